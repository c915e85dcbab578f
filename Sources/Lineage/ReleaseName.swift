/// What the name of a tag says of it.
public enum ReleaseName {
  /// Words of versions that are still to come.
  private static let unfinished: Set<Substring> = [
    "rc", "alpha", "beta", "pre", "preview", "dev", "nightly", "snapshot", "test", "m",
  ]

  /// Whether a tag of this name is a release: it has a version number and no word of a version that is still to come.
  ///
  /// `v2.47.1`, `REL_16_2` and `7.2.4` are; `v2.47.0-rc1`, `REL_17_BETA2`, `nightly-2024` and `stable` are not. A number
  /// has at least two parts, so that `build-1234` is none.
  public static func isRelease(_ name: String) -> Bool {
    let text = name.lowercased()
    return hasVersion(text.utf8) && !text.split { !("a"..."z").contains($0) }.contains { unfinished.contains($0) }
  }

  /// Whether two digits stand around a dot, dash or underscore.
  private static func hasVersion(_ text: String.UTF8View) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return zip(text, zip(text.dropFirst(), text.dropFirst(2))).contains { before, next in
      digits.contains(before) && ".-_".utf8.contains(next.0) && digits.contains(next.1)
    }
  }
}
