public import Foundation

/// One case of the `Fixtures` folder: a recipe for a few clones and what is to be expected of them.
public struct Fixture: Sendable, CustomStringConvertible {
  /// The name of its folder, such as `criss-cross`.
  public let name: String
  /// Its folder, with `README.md` and `family.sh`.
  public let folder: URL

  /// The name.
  public var description: String { name }

  /// The `Fixtures` folder of this package.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures", directoryHint: .isDirectory)

  /// Every case that has a recipe, by name. Found by listing the folder; empty if it cannot be listed.
  public static let all: [Fixture] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false))) ?? []
    return names.sorted().map(Fixture.init(unchecked:)).filter {
      FileManager.default.fileExists(atPath: $0.recipe.path(percentEncoded: false))
    }
  }()

  /// The case of that name.
  public static func named(_ name: String) throws -> Fixture {
    guard let fixture = all.first(where: { $0.name == name }) else { throw UnknownFixture(name: name) }
    return fixture
  }

  private init(unchecked name: String) {
    self.name = name
    folder = Fixture.root.appending(path: name, directoryHint: .isDirectory)
  }

  /// The script that makes the clones.
  public var recipe: URL { folder.appending(path: "family.sh") }

  /// Runs the recipe in a fresh temporary folder, which lasts as long as the result.
  public func build() throws -> BuiltFixture {
    let temporary = try TemporaryFolder()
    try build(into: temporary.url)
    return BuiltFixture(fixture: self, temporary: temporary)
  }

  /// Runs the recipe: the clones become folders of `destination`, which is made where it does not exist.
  public func build(into destination: URL) throws {
    try FileManager.default.createDirectory(at: destination, withIntermediateDirectories: true)
    let arguments = ["sh", recipe.path(percentEncoded: false), destination.path(percentEncoded: false)]
    let library = Fixture.root.appending(path: "recipe.sh").path(percentEncoded: false)
    let result = try Shell.run(arguments, in: destination, environment: ["RECIPES": library])
    guard result.exitCode == 0 else {
      throw ProgramFailure(command: arguments.joined(separator: " "), result: result)
    }
  }
}

/// There is no case of that name in the `Fixtures` folder.
public struct UnknownFixture: Error {
  /// What was asked for.
  public let name: String
}

/// The clones that a recipe made, in a temporary folder.
public struct BuiltFixture: Sendable {
  /// The case that was built.
  public let fixture: Fixture
  private let temporary: TemporaryFolder

  init(fixture: Fixture, temporary: TemporaryFolder) {
    self.fixture = fixture
    self.temporary = temporary
  }

  /// The folder that holds the clones.
  public var url: URL { temporary.url }

  /// The folder of one clone.
  public func clone(_ name: String) -> URL {
    url.appending(path: name, directoryHint: .isDirectory)
  }

  /// Git in one clone; with `borrowing`, git sees the objects of that clone too.
  public func git(_ name: String, borrowing other: String? = nil) throws -> GitProgram {
    try GitProgram(clone(name), borrowing: other.map(clone))
  }

  /// The names of the clones: every folder with a `.git`, by name.
  public func cloneNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false)).sorted().filter {
      FileManager.default.fileExists(atPath: clone($0).appending(path: ".git").path(percentEncoded: false))
    }
  }
}
