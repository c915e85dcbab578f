import GitValues

/// Which files of a tree speak of what the project is about, told by their paths.
enum WordFiles {
  /// What a file is.
  enum Kind: Hashable, Sendable {
    /// Source, scripts, settings.
    case code
    /// READMEs, manuals, pages.
    case document
  }

  /// The file's kind; nil where it is somebody else's, made by a program, no text, or about people and licences.
  static func kind(of path: RepoPath, _ mode: FileMode) -> Kind? {
    guard mode == .file || mode == .executable else { return nil }
    let parts = path.text.lowercased().split(separator: "/")
    guard let name = parts.last else { return nil }
    if parts.dropLast().contains(where: { vendored.contains(String($0)) }) { return nil }
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if textless.contains(ending) || name.contains(".min.") || name == "package-lock.json" { return nil }
    if people.contains(where: { name.hasPrefix($0) }) { return nil }
    return name.hasPrefix("readme") || documents.contains(ending) ? .document : .code
  }

  private static let vendored: Set<String> = [
    "vendor", "vendors", "vendored", "third_party", "third-party", "thirdparty", "3rdparty", "node_modules", "deps",
    "external", "externals", "extern", "bundled", "submodules",
  ]

  private static let textless: Set<String> = [
    "png", "jpg", "jpeg", "gif", "ico", "svg", "pdf", "zip", "gz", "xz", "bz2", "jar", "woff", "woff2", "ttf", "eot",
    "exe", "dll", "so", "a", "o", "bin", "dat", "wav", "mp3", "ogg", "po", "pot", "mo", "lock", "sum", "map", "csv",
    "patch", "diff", "resx", "xlf", "qm", "hex", "pem", "crt", "key", "out",
  ]

  private static let documents: Set<String> = [
    "md", "rst", "txt", "adoc", "asciidoc", "sgml", "html", "htm", "tex", "texi", "pod",
  ]

  private static let people = [
    "license", "licence", "copying", "copyright", "notice", "authors", "contributors", "credits", "changelog",
    "changes", "news", "history",
  ]
}
