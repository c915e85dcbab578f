import Evidence

/// Foreign text made harmless for eyes and terminals, in whatever format it is shown.
public enum VisibleText {
  /// `text` with every character that acts instead of showing made visible: control characters as their pictures (␛),
  /// marks that turn the direction of writing, hide or break lines as `⟨U+202E⟩`.
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isActive) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isActive(scalar) else {
        result.append(scalar)
        continue
      }
      if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        result.append(picture)
      } else if scalar.value == 0x7f {
        result.append("\u{2421}")
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        result.append(contentsOf: "⟨U+\(padding)\(digits)⟩".unicodeScalars)
      }
    }
    return String(result)
  }

  /// `text` cut to `limit` scalars, with the number of those left out after an ellipsis. Scalars, not characters: one
  /// character may be made of thousands.
  public static func cut(_ text: String, to limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else { return text }
    let rest = scalars.distance(from: end, to: scalars.endIndex)
    return String(scalars[..<end]) + "… (+\(rest.grouped))"
  }

  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0: true
    case 0xad, 0x61c, 0x180e, 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff, 0xfff9...0xfffb: true
    case 0xe0000...0xe007f: true
    default: false
    }
  }
}
