import Foundation
import Testing

/// What holds for every file of Sources, whatever its room.
@Suite struct HouseTests {
  @Test func onlyTheProgramKnowsTerminalEnvironmentAndHome() throws {
    let output = /\b(?:print|debugPrint|dump|fputs|isatty)\(|\bFileHandle\.standard|\b(?:stdin|stdout|stderr)\b/
    let streams = /\bSTD(?:IN|OUT|ERR)_FILENO\b/
    let environment = /\bProcessInfo\b|\bCommandLine\b|\bgetenv\(|\bNSHomeDirectory\b|\bhomeDirectory/
    let process = /\bcurrentDirectoryPath\b|\bgetcwd\(|\bProcess\(\)|(?:^|[^.\w])exit\(|\bfatalError\(/
    for file in try SourceFile.all(in: "Sources") where file.room != "forkscape" {
      for pattern in [output, streams, environment, process] {
        #expect(file.places(of: pattern) == [])
      }
    }
  }

  @Test func noFileIsLong() throws {
    for file in try SourceFile.all(in: "Sources") {
      // A final newline makes one empty line more.
      #expect(file.lines.count - 1 <= 500, "\(file.path) has \(file.lines.count - 1) lines")
    }
  }

  @Test func noFailureIsTakenForAnAbsence() throws {
    for file in try SourceFile.all(in: "Sources") {
      #expect(file.places(of: /\btry\?/) == [])
      #expect(file.places(of: /\btry!/) == [])
    }
  }

  @Test func nothingIsLeftToDo() throws {
    // Written so that this line does not find itself.
    let marks = /\b(?:T[O]DO|F[I]XME|X[X]X)\b/
    for folder in ["Sources", "Tests"] {
      for file in try SourceFile.all(in: folder) {
        let found = file.lines.enumerated().filter { $0.element.contains(marks) }.map {
          "\(file.path):\($0.offset + 1)"
        }
        #expect(found == [])
      }
    }
  }

  @Test func nothingIsADrawer() throws {
    let drawers: Set<String> = ["core", "common", "util", "utils", "utilities", "helper", "helpers", "misc", "shared"]
    for file in try SourceFile.all(in: "Sources") {
      for part in file.path.split(whereSeparator: { "/+.".contains($0) }) {
        #expect(!drawers.contains(part.lowercased()), "\(file.path) says nothing of what it holds")
        #expect(!part.hasSuffix("Utils") && !part.hasSuffix("Helpers") && !part.hasSuffix("Helper"), "\(file.path)")
      }
    }
  }

  @Test func commentsAreNotTakenForCode() throws {
    let file = try SourceFile("Sources/Git/Oid.swift")
    let comments = file.lines.count { $0.drop(while: \.isWhitespace).hasPrefix("///") }
    #expect(comments > 0)
    #expect(file.places(of: /\/\/\//) == [])
    #expect(file.places(of: /import CLibgit2/).count == 1)
  }
}
