/// A zero-based line and a column in UTF-8 bytes.
package struct LineColumn: Sendable, Hashable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where each line of a document starts. A line ends at `\n`, `\r\n` or a lone `\r`, as in LSP 3.17,
/// *Text Documents*.
package struct LineTable: Sendable, Hashable {
  /// The offset of the first byte of each line; never empty, and begins with 0.
  package let starts: [ByteOffset]
  private let end: ByteOffset

  package init(_ bytes: [UInt8]) {
    var scan = ByteScan()
    scan.read(bytes)
    self.init(scan, end: bytes.count)
  }

  init(_ scan: ByteScan, end: ByteOffset) {
    self.starts = scan.lineStarts
    self.end = end
  }

  package var count: Int { starts.count }

  /// The zero-based line that holds `offset`, which is clamped to the document.
  package func line(at offset: ByteOffset) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  package func position(of offset: ByteOffset) -> LineColumn {
    let clamped = min(max(offset, 0), end)
    let line = line(at: clamped)
    return LineColumn(line: line, column: clamped - starts[line])
  }

  /// The bytes of a line with its line end; an empty range at the end for a line past the last.
  package func range(ofLine line: Int) -> ByteRange {
    guard line >= 0, line < starts.count else { return end..<end }
    return starts[line]..<(line + 1 < starts.count ? starts[line + 1] : end)
  }
}
