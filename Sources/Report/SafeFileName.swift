import GitValues

/// Names that are safe as file names everywhere: letters and digits of ASCII, dot, dash, plus and underscore, no name that
/// a system reserves, none that differs from another by case alone.
public enum SafeFileName {
  /// The most bytes of a name, before an extension.
  static let limit = 80

  /// A file name, without extension, for each of `names`, in their order. A name that is safe as it is stays so, OWNER/NAME
  /// becomes OWNER+NAME, as folders of clones are called; one that had to be changed otherwise, or that another name shadows, carries a hash of itself, so that it is the same in every
  /// report.
  public static func assign(_ names: [String]) -> [String] {
    let sameInLowerCase = Dictionary(grouping: names, by: { $0.lowercased() })
    var taken: Set<String> = []
    return names.map { name in
      let isShadowed = (sameInLowerCase[name.lowercased()] ?? []).contains { $0 != name }
      let whole = isShadowed ? nil : safe(name)
      let base = whole ?? "\(readable(name))-\(hash(name))"
      var candidate = base
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = "\(base)-\(number)"
        number += 1
      }
      return candidate
    }
  }

  /// The name as it is, or with a plus for its only slash; nil where it has to be changed more than that.
  private static func safe(_ name: String) -> String? {
    if isSafe(name) { return name }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2 && parts.allSatisfy(isSafe) ? parts.joined(separator: "+") : nil
  }

  private static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= limit, name.utf8.allSatisfy(isPortable) else { return false }
    guard let first = name.first, let last = name.last, !".-".contains(first), last != "." else { return false }
    return !isReserved(name)
  }

  private static func isReserved(_ name: String) -> Bool {
    let stem = name.lowercased().prefix { $0 != "." }
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(stem) { return true }
    return stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt")) && stem.last?.isNumber == true
  }

  private static func isPortable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// What of a name can be kept, a dash for each stretch that cannot.
  private static func readable(_ name: String) -> String {
    var result = ""
    for byte in name.utf8.prefix(limit - 20) {
      if isPortable(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if result.last != "-" {
        result += "-"
      }
    }
    let trimmed = result.drop { ".-".contains($0) }
    let kept = trimmed.isEmpty ? "name" : String(trimmed).droppingTrailingDots()
    return isReserved(kept) ? "name-" + kept : kept
  }

  /// FNV-1a of the name's bytes, 64 bits, the first 10 of its 16 hexadecimal digits.
  private static func hash(_ name: String) -> String {
    let digits = String(StableHash.of(name.utf8), radix: 16)
    return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(10))
  }
}

extension String {
  fileprivate func droppingTrailingDots() -> String {
    var copy = self
    while copy.last == "." || copy.last == "-" { copy.removeLast() }
    return copy.isEmpty ? "name" : copy
  }
}
