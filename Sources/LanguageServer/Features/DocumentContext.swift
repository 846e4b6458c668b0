import Analysis
import Detections
import SourceText

/// What a request about a document is answered from: a snapshot, the document in it, and how this client wants
/// its answers.
struct DocumentContext: Sendable {
  let snapshot: Snapshot
  let file: FilePath
  let source: SourceText
  let documents: OpenDocuments
  let client: ClientCapabilities

  var uri: String { documents.uri(of: file) }

  func offset(of position: Position) -> ByteOffset { source.offset(of: position, client.positionEncoding) }

  func position(of offset: ByteOffset) -> Position { source.position(of: offset, client.positionEncoding) }

  func range(of range: ByteRange) -> PositionRange { source.range(of: range, client.positionEncoding) }

  func byteRange(of range: PositionRange) -> ByteRange {
    source.byteRange(of: range, client.positionEncoding)
  }

  /// Links to lines as Visual Studio Code follows them.
  var linksToLines: PlaceLinks {
    let documents = documents
    return PlaceLinks { place in "<\(documents.uri(of: place.file))#L\(place.line)>" }
  }

  /// `nil` if the file is gone.
  func location(of location: Location) -> DocumentLocation? {
    guard let source = location.file == file ? source : snapshot.source(of: location.file) else { return nil }
    return DocumentLocation(
      uri: documents.uri(of: location.file), range: source.range(of: location.range, client.positionEncoding))
  }
}
