import Git
import GitValues

/// Reads what commits changed. One thread at a time.
struct ContentReader {
  private let objects: ObjectDatabase
  private let blobs: BlobCache

  init(_ objects: ObjectDatabase) {
    self.objects = objects
    blobs = BlobCache(objects)
  }

  /// The content of a change.
  ///
  /// - Throws: `GitError` where a content that is needed cannot be read.
  func content(of files: [ChangedFile]) throws(GitError) -> ChangeContent {
    var gathering = ContentGathering()
    for (index, file) in files.enumerated() {
      if file.old?.blob == file.new?.blob {
        gathering.addUnchanged()
      } else if index < ReadingLimit.files, isText(file.old), isText(file.new) {
        try addText(file, to: &gathering)
      } else {
        gathering.addByID(file, isUnseen: !(file.old ?? file.new).map(\.mode.isSubmodule, default: false))
      }
    }
    return gathering.content()
  }

  private func isText(_ state: FileState?) -> Bool { state.map { !$0.mode.isSubmodule } ?? true }

  private func addText(_ file: ChangedFile, to gathering: inout ContentGathering) throws(GitError) {
    let (old, new) = (try blobs.bytes(of: file.old?.blob), try blobs.bytes(of: file.new?.blob))
    guard let old, let new else {
      gathering.addByID(file, isUnseen: true)
      return
    }
    gathering.start()
    var failure: GitError?
    let isText = old.withUnsafeBytes { old in
      new.withUnsafeBytes { new in
        do throws(GitError) {
          return try LineDifference.forEachLine(from: old, to: new) { origin, line in gathering.add(origin, line) }
        } catch {
          failure = error
          return false
        }
      }
    }
    if let failure { throw failure }
    if isText { gathering.end() } else { gathering.addByID(file, isUnseen: true) }
  }
}

extension Optional {
  fileprivate func map<Value>(_ path: KeyPath<Wrapped, Value>, default value: Value) -> Value {
    map { $0[keyPath: path] } ?? value
  }
}

/// Contents read lately: a file's new content is the old one of the next commit that touches it.
private final class BlobCache {
  private let objects: ObjectDatabase
  private var young: [BlobID: [UInt8]] = [:]
  private var old: [BlobID: [UInt8]] = [:]
  private var youngBytes = 0

  init(_ objects: ObjectDatabase) { self.objects = objects }

  /// The content; nil where it is larger than ``ReadingLimit/fileBytes``. Of nothing, nothing.
  func bytes(of id: BlobID?) throws(GitError) -> [UInt8]? {
    guard let id else { return [] }
    if let known = young[id] { return known }
    let bytes: [UInt8]
    if let known = old[id] {
      bytes = known
    } else {
      do {
        bytes = try objects.withBlob(id, limit: ReadingLimit.fileBytes) { Array($0) }
      } catch {
        if error.kind == .tooLarge { return nil }
        throw error
      }
    }
    young[id] = bytes
    youngBytes += bytes.count
    if youngBytes > 8 << 20 { (old, young, youngBytes) = (young, [:], 0) }
    return bytes
  }
}

/// Gathers the lines of a change, file by file.
private struct ContentGathering {
  private var result = ChangeContent()
  private var identity: UInt64 = 0
  private var inverse: UInt64 = 0
  /// Lines removed and added since the last context: undoing a change swaps them.
  private var removedRun: [UInt64] = []
  private var addedRun: [UInt64] = []

  mutating func addUnchanged() { append(id: 0, inverse: 0) }

  mutating func addByID(_ file: ChangedFile, isUnseen: Bool) {
    if isUnseen { result.unseenFiles += 1 }
    let (old, new) = (file.old?.blob.high ?? 1, file.new?.blob.high ?? 1)
    if file.new != nil { result.lineSet.append(UInt32(truncatingIfNeeded: new) & ~1) }
    if file.old != nil { result.lineSet.append(UInt32(truncatingIfNeeded: old) | 1) }
    append(id: Self.pair(old, new), inverse: Self.pair(new, old))
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    StableHash.mixed(StableHash.mixed(first) &+ second)
  }

  private mutating func append(id: UInt64, inverse: UInt64) {
    result.files.append(.init(id: id, inverse: inverse))
  }

  mutating func start() {
    (identity, inverse) = (0, 0)
  }

  mutating func add(_ origin: LineDifference.Origin, _ line: UnsafeRawBufferPointer) {
    let number = LineWords.line(line)
    switch origin {
    case .context:
      endRun()
      Self.chain(&identity, number, 3)
      Self.chain(&inverse, number, 3)
    case .added:
      addedRun.append(number)
      take(line, number, isRemoved: false)
    case .removed:
      // A removal after additions starts another run.
      if !addedRun.isEmpty { endRun() }
      removedRun.append(number)
      take(line, number, isRemoved: true)
    }
  }

  private mutating func take(_ line: UnsafeRawBufferPointer, _ number: UInt64, isRemoved: Bool) {
    guard number != 0 else { return }
    let short = UInt32(truncatingIfNeeded: number)
    let side: UInt32 = isRemoved ? 1 : 0
    result.lineSet.append(short & ~1 | side)
    result.lines += 1
    guard result.lines <= ReadingLimit.lines else { return }
    LineWords.words(line) { result.wordSet.append($0 & ~1 | side) }
    if result.wordSet.count > 1 << 18 { Self.makeUnique(&result.wordSet) }
  }

  private mutating func endRun() {
    for number in removedRun { Self.chain(&identity, number, 2) }
    for number in addedRun { Self.chain(&identity, number, 1) }
    for number in addedRun { Self.chain(&inverse, number, 2) }
    for number in removedRun { Self.chain(&inverse, number, 1) }
    removedRun.removeAll(keepingCapacity: true)
    addedRun.removeAll(keepingCapacity: true)
  }

  private static func chain(_ value: inout UInt64, _ number: UInt64, _ origin: UInt64) {
    value = StableHash.mixed((value ^ number) &* 0x2545_f491_4f6c_dd1d &+ origin)
  }

  mutating func end() {
    endRun()
    result.files.append(.init(id: identity, inverse: inverse))
  }

  mutating func content() -> ChangeContent {
    Self.makeUnique(&result.lineSet)
    Self.makeUnique(&result.wordSet)
    return result
  }

  private static func makeUnique(_ numbers: inout [UInt32]) {
    numbers.sort()
    var kept = 0
    for index in numbers.indices where kept == 0 || numbers[index] != numbers[kept - 1] {
      numbers[kept] = numbers[index]
      kept += 1
    }
    numbers.removeLast(numbers.count - kept)
  }
}
