/// What Package.swift says of the rooms, read as text: asking SwiftPM would wait for the build that runs the tests.
struct Manifest {
  /// The names of each target's dependencies: other targets, and products of packages.
  let dependencies: [String: Set<String>]

  init() throws {
    let text = try SourceFile("Package.swift").code.map(\.text).joined(separator: "\n")
    var constants: [String: String] = [:]
    for match in text.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/) {
      constants[String(match.1)] = String(match.2)
    }
    var dependencies: [String: Set<String>] = [:]
    // Calls only: the function `room` itself has no string after its bracket.
    for match in text.matches(of: /(?:room\(\s*|systemLibrary\(\s*name: |executableTarget\(\s*name: )"(\w+)"/) {
      let call = Self.arguments(text[match.range.upperBound...])
      dependencies[String(match.1)] = Self.names(in: Self.list(call), constants)
    }
    self.dependencies = dependencies
  }

  /// What follows, up to the bracket that closes the call.
  private static func arguments(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  /// The first list in square brackets that is not one of resources or providers.
  private static func list(_ call: Substring) -> Substring {
    guard let match = call.firstMatch(of: /^,\s*(?:dependencies:\s*)?\[([^\]]*)\]/) else { return "" }
    return match.1
  }

  private static func names(in list: Substring, _ constants: [String: String]) -> Set<String> {
    var names: Set<String> = []
    var rest = String(list)
    for match in list.matches(of: /\.product\(name: "(\w+)", package: "[^"]+"\)/) {
      names.insert(String(match.1))
      rest = rest.replacing(match.0, with: "")
    }
    for match in rest.matches(of: /"(\w+)"/) { names.insert(String(match.1)) }
    for word in rest.matches(of: /\w+/) {
      if let product = constants[String(word.0)] { names.insert(product) }
    }
    return names
  }
}
