import Landscape
import Report

/// What an analysis found, in a few lines for the terminal.
struct Summary {
  private let landscape: Landscape
  private let width: Int

  init(_ landscape: Landscape, width: Int) {
    self.landscape = landscape
    self.width = width
  }

  /// One block a family; every line ends in a newline.
  var text: String {
    if landscape.families.isEmpty {
      let clones = landscape.clones.count
      return "No two of the \(clones) clone\(clones == 1 ? "" : "s") descend from one code base.\n"
    }
    return landscape.families.map(block).joined(separator: "\n") + unrelated
  }

  private func block(_ family: FamilyEntry) -> String {
    let rows =
      [["fork of \(family.upstream.name)", "verdict", "ahead", "behind", "base", "activity"]] + family.forks.map(row)
    return TextTable(rows, width: width).text
  }

  private func row(_ fork: ForkEntry) -> [String] {
    let isNested = fork.upstream != nil && !landscape.families.contains { $0.upstream.name == fork.upstream }
    let name = isNested ? "\(fork.name) (of \(fork.upstream ?? ""))" : fork.name
    return [
      name, verdict(fork), fork.divergence?.ahead.map(String.init) ?? "–",
      fork.divergence?.behind.map(String.init) ?? "–",
      fork.lineage?.effectiveBase.map { $0.tellingTag ?? $0.date.day } ?? "–", fork.activity?.rawValue ?? "–",
    ]
  }

  private func verdict(_ fork: ForkEntry) -> String {
    guard let track = fork.track else { return fork.relation.rawValue }
    let percent = Int((track.confidence * 100).rounded())
    return [track.verdict.rawValue, track.kind?.rawValue, "\(percent) %"].compactMap { $0 }.joined(separator: ", ")
  }

  private var unrelated: String {
    let names = landscape.clones.filter { $0.role == .unrelated }.map(\.name)
    return names.isEmpty ? "" : "\nUnrelated: \(names.map { VisibleText.of($0) }.joined(separator: ", "))\n"
  }
}

/// Columns of text, padded by characters; control characters in foreign names are made visible.
struct TextTable {
  private let rows: [[String]]
  private let width: Int

  init(_ rows: [[String]], width: Int) {
    self.rows = rows.map { $0.map { VisibleText.of($0) } }
    self.width = width
  }

  /// Every line ends in a newline.
  var text: String {
    guard let columns = rows.map(\.count).max() else { return "" }
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return String(cells.joined(separator: "  ").prefix(max(width, 60))) + "\n"
    }.joined()
  }
}
