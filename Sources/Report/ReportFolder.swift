public import Landscape

/// A format that a report is written in.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// Pages for forges and editors.
  case markdown
  /// One page for browsers that needs nothing else.
  case html
  /// The data: `landscape.json` and the file lists.
  case json
}

/// One file of a report.
public struct ReportFile: Hashable, Sendable {
  /// The path relative to the report folder, portable, never leaving it.
  public let path: String
  /// The content.
  public let bytes: [UInt8]

  /// A file of its parts.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The files of a report: pure, nothing is written here.
public enum ReportFolder {
  /// The files of a report on `landscape`. Order: by path.
  public static func render(
    landscape: Landscape,
    files: [ForkFiles] = [],
    patches: [ForkPatches] = [],
    surfaces: [ForkSurfaces] = [],
    formats: Set<ReportFormat> = Set(ReportFormat.allCases),
    language: Language = .english
  ) throws -> [ReportFile] {
    let places = ReportPlaces(landscape)
    var result: [ReportFile] = []
    if formats.contains(.json) {
      result.append(ReportFile(path: "landscape.json", bytes: Array(try landscape.encoded())))
      result += try lists(files, patches, surfaces, places: places)
    }
    if formats.contains(.markdown) || formats.contains(.html) {
      result += Language.$current.withValue(language) { pages(landscape, places, formats) }
    }
    return result.sorted { $0.path.precedes($1.path) }
  }

  /// Where the lines of a fork's data lie: `files/<family>/<name>.jsonl`, and the same for other kinds of data; nil
  /// where the landscape has no such fork.
  public static func path(of kind: String, family: String, fork: String, in landscape: Landscape) -> String? {
    ReportPlaces(landscape).forks
      .first { $0.context.family.name == family && $0.context.fork.name == fork }
      .map { "\(kind)/\($0.familyFolder)/\($0.fileName).jsonl" }
  }

  private static func lists(
    _ files: [ForkFiles],
    _ patches: [ForkPatches],
    _ surfaces: [ForkSurfaces],
    places: ReportPlaces
  ) throws -> [ReportFile] {
    try places.forks.flatMap { place -> [ReportFile] in
      let (family, fork) = (place.context.family.name, place.context.fork.name)
      let name = "\(place.familyFolder)/\(place.fileName).jsonl"
      var lists: [ReportFile] = []
      if let list = files.first(where: { $0.family == family && $0.fork == fork }) {
        lists.append(ReportFile(path: "files/\(name)", bytes: Array(try FileLine.encoded(list.lines))))
      }
      if let list = patches.first(where: { $0.family == family && $0.fork == fork }) {
        lists.append(ReportFile(path: "patches/\(name)", bytes: Array(try PatchLine.encoded(list.lines))))
      }
      if let list = surfaces.first(where: { $0.family == family && $0.fork == fork }) {
        lists.append(ReportFile(path: "surfaces/\(name)", bytes: Array(try SurfaceLine.encoded(list.lines))))
      }
      return lists
    }
  }

  private static func pages(
    _ landscape: Landscape,
    _ places: ReportPlaces,
    _ formats: Set<ReportFormat>
  ) -> [ReportFile] {
    let first = LandscapePage(landscape: landscape, places: places).document
    let forks = places.forks.map { (place: $0, document: ForkPage(context: $0.context).document) }
    var result: [ReportFile] = []
    if formats.contains(.markdown) {
      result.append(file("README.md", MarkdownWriter.write(first)))
      for (place, document) in forks {
        result.append(file(place.context.page, MarkdownWriter.write(document, root: "../../")))
      }
      for picture in ([first] + forks.map(\.document)).flatMap(\.pictures) {
        result.append(file(picture.path, picture.file))
      }
    }
    if formats.contains(.html) {
      result.append(file("index.html", HTMLPage(landscape: landscape, first: first, forks: forks).html))
    }
    return result
  }

  private static func file(_ path: String, _ text: String) -> ReportFile {
    ReportFile(path: path, bytes: Array(text.utf8))
  }
}
