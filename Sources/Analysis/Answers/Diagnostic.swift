package import Detections
package import SourceText

/// Something an author should know about a range of a file.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable { case error, warning, information, hint }
  package enum Tag: Sendable { case unnecessary, deprecated }

  /// Another place that explains this one, such as the line of Python that raised.
  package struct Related: Sendable, Hashable {
    package let location: Location
    package let message: String

    package init(location: Location, message: String) {
      self.location = location
      self.message = message
    }
  }

  package let code: DiagnosticCode
  package let severity: Severity
  package let range: ByteRange
  package let message: String
  package let related: [Related]
  package let tags: [Tag]

  package init(
    _ code: DiagnosticCode, _ severity: Severity, at range: ByteRange, _ message: String,
    related: [Related] = [], tags: [Tag] = []
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.message = message
    self.related = related
    self.tags = tags
  }
}

/// A range of bytes in a file of the snapshot.
package struct Location: Sendable, Hashable {
  package let file: FilePath
  package let range: ByteRange

  package init(file: FilePath, range: ByteRange) {
    self.file = file
    self.range = range
  }
}
