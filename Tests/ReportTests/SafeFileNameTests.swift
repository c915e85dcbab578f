import Evidence
import GitValues
import Testing

@testable internal import Report

@Suite struct SafeFileNameTests {
  @Test func namesThatAreSafeStay() {
    let names = ["valkey", "KeyDB", "yt-dlp", "llama.cpp", "a_b", "x64"]
    #expect(SafeFileName.assign(names) == names)
  }

  @Test func ownersStandBeforeAPlus() {
    #expect(SafeFileName.assign(["git/git", "microsoft/git", "git"]) == ["git+git", "microsoft+git", "git"])
    let changed = SafeFileName.assign(["a//b", "a/b/c", "/a", "a/con", "a/b c"])
    #expect(changed.allSatisfy { !$0.contains("+") && $0.contains("-") })
  }

  @Test func everyNameIsPortableAndUnique() {
    let names =
      HostileTexts.all + ["con", "Aux.md", "com1", "LPT9.txt", "nul", ".git", "a.", "-x", "a/b", "a b", "a-b"]
      + ["Redis", "redis", "REDIS", "redis", "é", "e\u{301}", "ｃｏｎ"]
    let files = SafeFileName.assign(names)
    #expect(files.count == names.count)
    #expect(Set(files.map { $0.lowercased() }).count == names.count)
    let reserved: Set<String> = ["con", "prn", "aux", "nul", "com1", "lpt9"]
    for (name, file) in zip(names, files) {
      #expect(!file.isEmpty && file.utf8.count <= 96, "\(name)")
      let isPortable = file.utf8.allSatisfy { byte in
        byte < 0x80
          && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
            || Array(".-_+".utf8).contains(byte))
      }
      #expect(isPortable, "\(file)")
      #expect(!file.hasPrefix(".") && !file.hasPrefix("-") && !file.hasSuffix("."), "\(file)")
      #expect(!reserved.contains(String(file.lowercased().prefix { $0 != "." })), "\(file)")
    }
  }

  @Test func aChangedNameIsTheSameInEveryReport() {
    let alone = SafeFileName.assign(["a b"])
    #expect(SafeFileName.assign(["other", "a b"])[1] == alone[0])
    #expect(alone[0].hasPrefix("a-b-"))
    #expect(SafeFileName.assign(["a/b"]) != alone)
    let shadowed = SafeFileName.assign(["Redis", "redis"])
    #expect(SafeFileName.assign(["redis", "Redis"]) == shadowed.reversed())
  }
}
