import FixtureSupport
import Foundation
import Testing

@Suite struct FolderChecksumTests {
  @Test func everyKindOfChangeIsSeen() throws {
    let folder = try TemporaryFolder()
    for name in ["kept", "changed", "removed", "mode"] {
      try Data(name.utf8).write(to: folder.url.appending(path: name))
    }
    let before = try FolderChecksum(of: folder.url)
    #expect(try FolderChecksum(of: folder.url) == before)

    try Data("CHANGED".utf8).prefix(7).write(to: folder.url.appending(path: "changed"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "removed"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path("mode"))
    try Data().write(to: folder.url.appending(path: ".added"))
    let differences = try FolderChecksum(of: folder.url).differences(from: before)
    #expect(differences == ["added .added", "changed changed", "changed mode", "removed removed"])
  }

  @Test func aTemporaryFolderRemovesItself() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = folder?.path("") ?? ""
    #expect(FileManager.default.fileExists(atPath: path))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func muchOutputDoesNotBlock() throws {
    let folder = try TemporaryFolder()
    let result = try Shell.run(["sh", "-c", "seq 1 200000; seq 1 200000 >&2; exit 7"], in: folder.url)
    #expect(result.exitCode == 7)
    #expect(result.lines.count == 200_000)
    #expect(result.errors.count == result.output.count)
  }
}
