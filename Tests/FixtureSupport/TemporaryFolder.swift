public import Foundation

/// A fresh folder that removes itself, with all that is in it, when the last reference to it goes away.
public final class TemporaryFolder: Sendable {
  /// Where the folder is: symbolic links in the path are resolved.
  public let url: URL

  /// Makes a new, empty folder in the system's temporary folder.
  public init() throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    url = parent.appending(path: "forkscape-fixture-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // A leftover in the temporary folder is not worth failing a test for.
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of something in the folder.
  public func path(_ relative: String) -> String {
    url.appending(path: relative).path(percentEncoded: false)
  }
}
