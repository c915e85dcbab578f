/// Hashes that are the same on every run and every machine, as Swift's own are not. Not against people who want collisions.
public enum StableHash {
  /// The hash of `bytes` (FNV-1a, 64 bits).
  ///
  /// - Parameter start: another start gives another hash.
  @inlinable
  public static func of(_ bytes: some Sequence<UInt8>, from start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var value = start
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return value
  }

  /// Spreads a number's bits over all its places (the end of SplitMix64).
  @inlinable
  @inline(__always)
  public static func mixed(_ number: UInt64) -> UInt64 {
    var value = number
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }
}
