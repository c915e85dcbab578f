import Foundation

/// Commands that JSON describes, as redis and its kin do: `{"GET": {"arity": 2, "arguments": […]}}`. An element is a
/// command in lower case, with that of its container before it; its signature is the arguments that it takes.
enum CommandTable {
  static func extract(_ bytes: [UInt8]) -> Extraction {
    let object: Any
    do {
      object = try JSONSerialization.jsonObject(with: Data(bytes))
    } catch {
      return .failure(line: nil, reason: "it is no JSON")
    }
    guard let commands = object as? [String: Any] else { return .other }
    var elements: [Element] = []
    for (name, value) in commands.sorted(by: { $0.key < $1.key }) {
      guard let command = value as? [String: Any], let arity = command["arity"] as? Int else { continue }
      let container = (command["container"] as? String).map { $0 + " " } ?? ""
      let arguments = (command["arguments"] as? [Any] ?? []).map { argument($0, depth: 0) }
      let signature = (["arity \(arity)"] + arguments).joined(separator: " ")
      elements.append(Element((container + name).lowercased(), signature))
    }
    return elements.isEmpty ? .other : .merging(elements)
  }

  /// `key`, `[EX integer]`, `key…`, `<NX | XX>`.
  private static func argument(_ value: Any, depth: Int) -> String {
    guard depth < 20, let argument = value as? [String: Any] else { return "?" }
    let parts = (argument["arguments"] as? [Any] ?? []).map { self.argument($0, depth: depth + 1) }
    let type = argument["type"] as? String ?? ""
    var text: String
    switch type {
    case "oneof": text = "<" + parts.joined(separator: " | ") + ">"
    case "block": text = parts.joined(separator: " ")
    case "pure-token": text = ""
    default: text = type
    }
    if let token = argument["token"] as? String { text = text.isEmpty ? token : "\(token) \(text)" }
    if argument["multiple"] as? Bool == true { text += "…" }
    return argument["optional"] as? Bool == true ? "[\(text)]" : text
  }
}
