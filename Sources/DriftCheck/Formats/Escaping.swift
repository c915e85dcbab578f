import Report

/// Text for formats whose special characters are not Markdown's.
enum Escaping {
  /// Text within XML, in elements and in attributes: control characters, which XML 1.0 cannot hold, made visible.
  static func xml(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.of(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      case "\u{fffe}", "\u{ffff}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The message of a workflow command: one line that starts no command of its own.
  static func command(_ text: String) -> String {
    VisibleText.of(text).replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// A property of a workflow command.
  static func property(_ text: String) -> String {
    command(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// A path as a relative reference of RFC 3986.
  static func uri(_ path: String) -> String {
    let plain = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return path.utf8.map { byte in
      if plain.contains(byte) { return String(Unicode.Scalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}

extension Finding {
  /// The path and line that a forge can show; findings that are no matter of one file point to the policy, or where
  /// there is none to the file in which one would stand.
  var shownPlace: (path: String, line: Int) { (place?.path ?? "forkscape.yml", place?.line ?? 1) }
}
