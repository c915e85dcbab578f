import FixtureSupport
import Foundation
import GitValues
import Packs
import Testing

/// What packs give must be what git gives, and from a damaged pack nothing else.
@Suite struct PackReaderTests {
  private let small: SmallRepository

  /// A history of files that grow and change, so that packs hold chains of differences.
  init() throws {
    small = try SmallRepository()
    var parents: [String] = []
    var lines = (0..<400).map { "line \($0) of a text that is long enough to be stored as a difference" }
    for number in 0..<40 {
      lines[(number * 37) % lines.count] = "changed by commit \(number)"
      lines.append("added by commit \(number)")
      let text = lines.joined(separator: "\n")
      parents = [try small.commit(["text": text, "folder/\(number)": "\(number)", "empty": ""], parents: parents)]
    }
    try small.git("update-ref", "refs/heads/main", parents[0])
    try small.git("tag", "-a", "-m", "a tag", "v1", "main")
  }

  private var objectFolder: String { small.path + "/.git/objects" }

  /// Everything that git has, by id: type and content.
  private func contents() throws -> [(id: AnyObjectID, type: String, bytes: Data)] {
    let output = try GitProgram(small.folder).run(["cat-file", "--batch-all-objects", "--batch"]).output
    var found: [(id: AnyObjectID, type: String, bytes: Data)] = []
    var at = output.startIndex
    while let end = output[at...].firstIndex(of: 0x0a) {
      let parts = String(decoding: output[at..<end], as: UTF8.self).split(separator: " ")
      let size = try #require(Int(parts[2]))
      found.append(
        (try #require(AnyObjectID(hex: parts[0])), String(parts[1]), Data(output[(end + 1)...].prefix(size)))
      )
      at = end + 1 + size + 1
    }
    return found
  }

  @Test(
    arguments: [
      ["repack", "-adfq", "--depth=50", "--window=50"],
      ["-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq", "--depth=50"],
      ["-c", "pack.compression=0", "repack", "-adfq"],
      ["-c", "pack.packSizeLimit=1m", "-c", "core.bigFileThreshold=1k", "repack", "-adfq"],
    ]
  )
  func everyObjectIsGits(_ repack: [String]) throws {
    let result = try GitProgram(small.folder).run(repack)
    #expect(result.exitCode == 0)
    let reader = try #require(PackReader(PackStore(objectFolders: [objectFolder])))
    let contents = try contents()
    #expect(contents.count > 120)
    for (id, type, bytes) in contents {
      let object = try #require(reader.object(id), "\(id)")
      #expect("\(object.kind)" == type && Data(object.bytes) == bytes, "\(id)")
      let header = try #require(reader.header(of: id))
      #expect(header.kind == object.kind && header.size == bytes.count && reader.contains(id))
    }
    let absent = try #require(AnyObjectID(hex: String(repeating: "7", count: 40)))
    #expect(reader.object(absent) == nil && reader.header(of: absent) == nil && !reader.contains(absent))
  }

  @Test func aSmallMemoryOfBasesChangesNothing() throws {
    try small.git("repack", "-adfq", "--depth=50", "--window=50")
    let store = PackStore(objectFolders: [objectFolder])
    let reader = try #require(PackReader(store, keeping: 1 << 16))
    for (id, _, bytes) in try contents() {
      #expect(reader.object(id).map { Data($0.bytes) } == bytes, "\(id)")
    }
  }

  @Test func borrowedPacksAreRead() throws {
    try small.git("repack", "-adfq")
    let borrower = try SmallRepository()
    let info = borrower.folder.appending(path: ".git/objects/info/alternates")
    try Data("# where from\n../nowhere\n\(objectFolder)\n".utf8).write(to: info)
    let reader = try #require(PackReader(PackStore(objectFolders: [borrower.path + "/.git/objects"])))
    let head = try #require(AnyObjectID(hex: try small.git("rev-parse", "main")))
    #expect(reader.object(head)?.kind == .commit)
  }

  @Test func otherFormsAreLeftAlone() throws {
    #expect(PackReader(PackStore(objectFolders: [objectFolder + "/nowhere"])) == nil)
    try small.git("-c", "pack.indexVersion=1", "repack", "-adfq")
    #expect(PackReader(PackStore(objectFolders: [objectFolder])) == nil)
  }

  /// Bytes of the pack are overwritten: what is then read is right or nothing.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func aDamagedPackGivesNothingWrong(_ seed: UInt64) throws {
    try small.git("repack", "-adfq", "--depth=50", "--window=50")
    let contents = try contents()
    let folder = objectFolder + "/pack"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let pack = try #require(names.first { $0.hasSuffix(".pack") })
    let file = URL(filePath: folder + "/" + pack)
    var bytes = try Data(contentsOf: file)
    var random = SplitMix64(seed: seed)
    let start = random.below(bytes.count - 40)
    for index in start..<start + 16 { bytes[index] = 0 }
    try FileManager.default.removeItem(at: file)
    try bytes.write(to: file)
    var missed = 0
    if let reader = PackReader(PackStore(objectFolders: [objectFolder])) {
      for (id, _, expected) in contents {
        if let object = reader.object(id) {
          #expect(Data(object.bytes) == expected, "seed \(seed), \(id)")
        } else {
          missed += 1
        }
        _ = reader.header(of: id)
      }
      #expect(missed > 0, "seed \(seed): the damage must be seen")
    } else {
      #expect(start < 12, "seed \(seed): only a damaged beginning makes the whole unreadable")
    }
  }

  @Test func aTruncatedPackOrIndexGivesNothingWrong() throws {
    try small.git("repack", "-adfq")
    let contents = try contents()
    let folder = URL(filePath: objectFolder + "/pack")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      let file = folder.appending(path: name)
      let whole = try Data(contentsOf: file)
      for share in [0.0, 0.01, 0.5, 0.99] {
        try FileManager.default.removeItem(at: file)
        try whole.prefix(Int(Double(whole.count) * share)).write(to: file)
        guard let reader = PackReader(PackStore(objectFolders: [objectFolder])) else { continue }
        for (id, _, expected) in contents {
          #expect(reader.object(id).map { Data($0.bytes) == expected } ?? true, "\(name) \(share) \(id)")
        }
      }
      try FileManager.default.removeItem(at: file)
      try whole.write(to: file)
    }
  }
}
