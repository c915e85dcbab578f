import GitValues

/// Files that projects who never met write alike: lock files, build services, licences. A likeness in them alone tells
/// nothing of a common origin.
enum Boilerplate {
  private static let names: Set<String> = [
    "cargo.lock", "cargo.toml", "package-lock.json", "package.json", "yarn.lock", "pnpm-lock.yaml", "go.sum", "go.mod",
    "gemfile.lock", "poetry.lock", "composer.lock", "flake.lock", "requirements.txt", ".gitignore", ".gitattributes",
    ".editorconfig", ".travis.yml", "appveyor.yml", ".appveyor.yml", ".gitlab-ci.yml", ".mailmap", "licence", "license",
    "copying", "code_of_conduct", "contributing", "security", "changelog", "readme", "authors", "codeowners", "cliff",
  ]
  private static let folders: Set<String> = [".github", ".circleci", ".gitlab", ".vscode", ".devcontainer"]

  /// Whether the file at `path` is one of them.
  static func contains(_ path: RepoPath) -> Bool {
    let parts = path.bytes.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self).lowercased() }
    guard let name = parts.last else { return false }
    if parts.dropLast().contains(where: { folders.contains($0) }) || names.contains(name) { return true }
    // LICENSE.md, LICENSE-MIT, CODE_OF_CONDUCT.rst
    let stem = name.prefix { $0 != "." && $0 != "-" }
    return !stem.isEmpty && names.contains(String(stem))
  }
}
