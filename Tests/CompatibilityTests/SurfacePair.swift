import CloneSet
import FactStore
import FixtureSupport
import Foundation
import Git
import GitValues
import Testing

@testable import Compatibility

/// A folder of `Pairs`: files before and after, the surface that is looked at, and what is right to say.
struct SurfacePair: CustomTestStringConvertible, Sendable {
  let folder: URL

  static let all: [SurfacePair] = {
    let pairs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs")
    do {
      return try FileManager.default.contentsOfDirectory(at: pairs, includingPropertiesForKeys: nil)
        .map(SurfacePair.init).sorted { $0.testDescription < $1.testDescription }
    } catch {
      return []
    }
  }()

  var testDescription: String { folder.lastPathComponent }

  /// The profile that is built in, and the surface's name.
  var surface: (profile: String, name: String) {
    get throws {
      let words = try text("surface.txt").split(separator: " ")
      return (String(words[0]), words[1].trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  var expected: [String] { get throws { try text("expected.txt").split(separator: "\n").map(String.init) } }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The files of `previous` or `current`, by path.
  func files(_ side: String) throws -> [String: String] {
    let root = folder.appending(path: side).path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: root) else { return [:] }
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      let file = "\(root)/\(path)"
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = try String(contentsOfFile: file, encoding: .utf8)
      }
    }
    return files
  }
}

/// Measures surfaces of three trees that a test writes down.
struct Measuring {
  let repository: SmallRepository
  var store: FactStore?
  var ctags: Ctags? = Measuring.installed

  init() throws { repository = try SmallRepository() }

  /// universal-ctags, where the machine has it.
  static let installed: Ctags? = ["/usr/bin/ctags-universal", "/usr/bin/ctags"].lazy.compactMap { Ctags(path: $0) }
    .first

  /// - Parameter profile: a family file with one profile.
  func measure(
    base: [String: String],
    line: [String: String]? = nil,
    fork: [String: String],
    profile: String,
    moves: [(from: String, to: String)] = [],
    workers: Int = 2
  ) async throws -> Compatibility {
    func tree(_ files: [String: String]) throws -> TreeID {
      let commit = try repository.commit(files)
      return try #require(TreeID(hex: try repository.git("rev-parse", "\(commit)^{tree}")))
    }
    let (baseTree, forkTree) = (try tree(base), try tree(fork))
    let trees = ThreeSides(base: baseTree, line: try line.map(tree) ?? baseTree, fork: forkTree)
    return try await measure(trees, profile: profile, moves: moves, workers: workers)
  }

  func measure(
    _ trees: ThreeSides<TreeID>,
    profile: String,
    moves: [(from: String, to: String)] = [],
    workers: Int = 2
  ) async throws -> Compatibility {
    let means = SurfaceMeans(
      stores: ["\(repository.path)/.git/objects"],
      workers: workers,
      extractions: Extractions(store: store) { Issue.record("the store failed: \($0)") },
      declared: try FamilyFile(text: profile).profiles,
      ctags: ctags,
      timed: { _, _ in }
    )
    let known = Moves(moves.map { (RepoPath($0.from), RepoPath($0.to)) })
    return try await Compatibility.measure(SurfaceTrees(trees: trees, lineMoves: Moves([]), forkMoves: known), means)
  }

  /// A profile of anything that has the surfaces of a built-in one.
  static func extending(_ name: String) -> String {
    "profiles: { anything: { detect: [ { files: ['*'] } ], extends: [\(name)] } }"
  }

  /// A profile of anything with one surface.
  static func surface(_ keys: String) -> String {
    "profiles: { anything: { detect: [ { files: ['*'] } ], surfaces: { it: { \(keys) } } } }"
  }
}

extension SurfaceResult {
  /// The level, then every element that does not stand as it did, one a line.
  var lines: [String] {
    func shown(_ name: String, _ text: String?) -> String { (text ?? "").isEmpty ? name : "\(name) = \(text ?? "")" }
    let changes = changes.map { change -> String in
      let name = change.isInNewPart ? "\(change.part): \(change.name)" : change.name
      switch change.status {
      case .changed, .clashing:
        let before = change.status == .changed ? change.texts.base : change.texts.line
        if declaration.extractor == .file { return "\(change.status) \(name)" }
        if BisonGrammar.production(name) != nil, let other = change.texts.fork {
          return "\(change.status) \(name) => \(other)"
        }
        return "\(change.status) \(shown(name, before)) => \(shown(name, change.texts.fork))"
      default:
        return "\(change.status) \(shown(name, change.texts.base ?? change.texts.line ?? change.texts.fork))"
      }
    }
    return ["level \(level.map { "\($0)" } ?? "unknown")"] + changes.sorted()
  }
}
