/// A downstream that is kept as patches over a release of its upstream: recognised and named, not analysed as a fork.
public struct PatchFolder: Hashable, Sendable {
  /// The conventions that are recognised.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// `debian/patches/series`.
    case debian
    /// A `*.spec` file with `*.patch` files beside it.
    case rpm
    /// At least three `*.patch` files, which are at least half of all files.
    case patches
  }

  /// The path as the user wrote it, or as it follows from that.
  public let path: String
  /// The convention by which it was recognised.
  public let kind: Kind

  /// A patch folder of its parts.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// One clause: why the folder is not analysed as a fork.
  public var reason: String {
    switch kind {
    case .debian: "it keeps a downstream as patches (debian/patches/series)"
    case .rpm: "it keeps a downstream as patches (an RPM spec file with patches)"
    case .patches: "it keeps a downstream as patches (most of its files are patches)"
    }
  }
}

/// Counts by which a whole tree is told from a patch folder.
struct PatchTally {
  /// Files of any kind.
  var files = 0
  /// Files named `*.patch` or `*.diff`.
  var patches = 0
  /// Files under `debian/`.
  var debianFiles = 0
  /// Whether `debian/patches/series` is there.
  var hasDebianSeries = false
  /// Files at the top.
  var topFiles = 0
  /// Patches at the top.
  var topPatches = 0
  /// `*.spec` files at the top.
  var topSpecs = 0

  /// RPM package repositories are small; a source tree that carries its own spec file is not one.
  static let largestPackage = 400

  /// Counts the file at `parts`, the parts of its path.
  mutating func count(_ parts: [String]) {
    guard let name = parts.last else { return }
    files += 1
    let isPatch = Self.isPatch(name)
    if isPatch { patches += 1 }
    if parts.first == "debian", parts.count > 1 { debianFiles += 1 }
    if parts == ["debian", "patches", "series"] { hasDebianSeries = true }
    if parts.count == 1 {
      topFiles += 1
      if isPatch { topPatches += 1 }
      if name.hasSuffix(".spec") { topSpecs += 1 }
    }
  }

  /// What the counted tree is; nil for a tree of sources, one that carries a `debian` folder too.
  var kind: PatchFolder.Kind? {
    if hasDebianSeries, debianFiles * 2 >= files { return .debian }
    if topSpecs > 0, topPatches > 0, files <= Self.largestPackage, (topSpecs + topPatches) * 5 >= topFiles {
      return .rpm
    }
    return isMostlyPatches ? .patches : nil
  }

  /// Whether patches are at least three and at least half of all.
  var isMostlyPatches: Bool { patches >= 3 && patches * 2 >= files }

  static func isPatch(_ name: String) -> Bool { name.hasSuffix(".patch") || name.hasSuffix(".diff") }
}
