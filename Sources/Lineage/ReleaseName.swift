/// What the name of a tag says of it.
public enum ReleaseName {
  /// Whether a tag of this name is a release: it has a version number and no word of a version that is still to come.
  ///
  /// `v2.47.1`, `REL_16_2` and `7.2.4` are; `v2.47.0-rc1`, `REL_17_BETA2`, `nightly-2024` and `stable` are not. A number
  /// has at least two parts, so that `build-1234` is none.
  public static func isRelease(_ name: String) -> Bool {
    let text = name.lowercased()
    guard text.contains(/[0-9]+[._-][0-9]+/) else { return false }
    return !text.contains(/(^|[^a-z])(rc|alpha|beta|pre|preview|dev|nightly|snapshot|test|m)[._-]?[0-9]*($|[^a-z])/)
  }
}
