/// A 160-bit object id, with the kind of object it names in its type.
///
/// The bytes are held as big-endian integer words, so that comparing words is comparing bytes, and the order of ids is
/// git's. Ids are already uniform hashes: one word of one is enough to hash it.
@frozen
public struct ObjectID<Kind>: Hashable, Comparable, Sendable {
  /// Bytes 0 to 7.
  public let high: UInt64
  /// Bytes 8 to 15.
  public let middle: UInt64
  /// Bytes 16 to 19.
  public let low: UInt32

  /// An id of its three words.
  @inlinable
  public init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// The id that stands at the first 20 bytes of `bytes`.
  ///
  /// - Precondition: `bytes` holds at least 20 bytes.
  @inlinable
  public init(bytes: UnsafeRawPointer) {
    high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    middle = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    low = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
  }

  /// The id that `hex`, 40 hexadecimal digits, spells; nil for anything else.
  public init?(hex: some StringProtocol) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count = 0
    for byte in hex.utf8 {
      guard let digit = Self.digit(byte), count < 40 else { return nil }
      if count < 16 {
        words.0 = words.0 << 4 | digit
      } else if count < 32 {
        words.1 = words.1 << 4 | digit
      } else {
        words.2 = words.2 << 4 | digit
      }
      count += 1
    }
    guard count == 40 else { return nil }
    self.init(high: words.0, middle: words.1, low: UInt32(words.2))
  }

  /// The id that 40 hexadecimal digits at `digits` spell; nil where one is none.
  ///
  /// - Precondition: `digits` holds at least 40 bytes.
  @inlinable
  public init?(hexDigits digits: UnsafePointer<UInt8>) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for index in 0..<40 {
      guard let digit = Self.digit(digits[index]) else { return nil }
      if index < 16 {
        words.0 = words.0 << 4 | digit
      } else if index < 32 {
        words.1 = words.1 << 4 | digit
      } else {
        words.2 = words.2 << 4 | digit
      }
    }
    self.init(high: words.0, middle: words.1, low: UInt32(words.2))
  }

  @inlinable
  static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x61...0x66: UInt64(byte - 0x61 + 10)
    case 0x41...0x46: UInt64(byte - 0x41 + 10)
    default: nil
    }
  }

  /// All zeroes: what git writes where there is no object.
  @inlinable
  public static var zero: Self { Self(high: 0, middle: 0, low: 0) }

  /// Whether this is ``zero``.
  @inlinable
  public var isZero: Bool { high == 0 && middle == 0 && low == 0 }

  /// By bytes, as git orders ids.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool {
    if left.high != right.high { return left.high < right.high }
    if left.middle != right.middle { return left.middle < right.middle }
    return left.low < right.low
  }

  /// Whether all 20 bytes are equal.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    left.high == right.high && left.middle == right.middle && left.low == right.low
  }

  /// One word is enough: ids are hashes.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(high)
  }

  /// Writes the 20 bytes at `pointer`.
  @inlinable
  public func store(to pointer: UnsafeMutableRawPointer) {
    pointer.storeBytes(of: high.bigEndian, as: UInt64.self)
    pointer.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
    pointer.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
  }

  /// The same bits as the id of another kind of object: for ids whose kind only their reader knows.
  @inlinable
  public func retyped<Other>(_: Other.Type = Other.self) -> ObjectID<Other> {
    ObjectID<Other>(high: high, middle: middle, low: low)
  }
}

extension ObjectID: CustomStringConvertible {
  /// 40 lower-case hexadecimal digits.
  public var description: String {
    let digits: StaticString = "0123456789abcdef"
    return String(unsafeUninitializedCapacity: 40) { buffer in
      let table = digits.utf8Start
      func put(_ word: UInt64, nibbles: Int, at start: Int) {
        for index in 0..<nibbles {
          buffer[start + index] = table[Int(word >> UInt64(4 * (nibbles - 1 - index)) & 15)]
        }
      }
      put(high, nibbles: 16, at: 0)
      put(middle, nibbles: 16, at: 16)
      put(UInt64(low), nibbles: 8, at: 32)
      return 40
    }
  }
}

/// Marks ids of commits.
public enum CommitKind {}
/// Marks ids of trees.
public enum TreeKind {}
/// Marks ids of blobs.
public enum BlobKind {}
/// Marks ids of objects of any kind, tags among them.
public enum AnyKind {}

/// The id of a commit.
public typealias CommitID = ObjectID<CommitKind>
/// The id of a tree.
public typealias TreeID = ObjectID<TreeKind>
/// The id of a blob. A submodule's entry in a tree is carried as one too: see ``FileMode/submodule``.
public typealias BlobID = ObjectID<BlobKind>
/// The id of an object of any kind.
public typealias AnyObjectID = ObjectID<AnyKind>
