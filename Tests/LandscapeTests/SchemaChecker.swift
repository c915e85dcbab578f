import Evidence
import Foundation
import GitValues

/// As much of JSON Schema as this project's own schemas use, and a stricter reading: a key that the schema does not
/// name is a fault too.
struct SchemaChecker {
  let root: [String: Any]

  init(_ text: String) throws {
    guard let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
      throw CocoaError(.coderReadCorrupt)
    }
    self.root = root
  }

  /// What is wrong, one line each; empty where the value conforms.
  func faults(in value: Any) -> [String] { faults(value, root, "$") }

  private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    var faults: [String] = []
    if let reference = schema["$ref"] as? String {
      let name = reference.replacingOccurrences(of: "#/$defs/", with: "")
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(place): the schema has no \(reference)"]
      }
      faults += self.faults(value, target, place)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let attempts = choices.map { self.faults(value, $0, place) }
      if !attempts.contains(where: \.isEmpty) { faults += attempts.first { !$0.isEmpty } ?? [] }
    }
    if let choices = schema["enum"] as? [Any] {
      if !choices.contains(where: { ($0 as? NSObject) == (value as? NSObject) }) {
        faults.append("\(place): \(value) is none of the values allowed")
      }
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { Self.isOf($0, value) }) {
      return faults + ["\(place): \(value) is no \(types.joined(separator: " or "))"]
    }
    return faults + details(value, schema, place)
  }

  private func details(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    if let object = value as? [String: Any] { return members(object, schema, place) }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      return list.enumerated().flatMap { faults($0.element, items, "\(place)[\($0.offset)]") }
    }
    if let text = value as? String, let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return ["\(place): “\(text)” does not match \(pattern)"]
    }
    if Self.isOf("number", value), let number = value as? NSNumber {
      if let minimum = schema["minimum"] as? Double, number.doubleValue < minimum { return ["\(place): too small"] }
      if let maximum = schema["maximum"] as? Double, number.doubleValue > maximum { return ["\(place): too large"] }
    }
    return []
  }

  private func members(_ object: [String: Any], _ schema: [String: Any], _ place: String) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    guard !properties.isEmpty || others != nil else { return [] }
    let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
    return missing.map { "\(place): “\($0)” is missing" }
      + object.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
        guard let member = properties[key] ?? others else { return ["\(place): “\(key)” is not in the schema"] }
        return faults(value, member, "\(place).\(key)")
      }
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    let number = value as? NSNumber
    let isBoolean = number.map(Self.isBoolean) ?? false
    return switch type {
    case "null": value is NSNull
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isBoolean
    case "integer": !isBoolean && number.map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": !isBoolean && number != nil
    default: false
    }
  }

  /// Foundation hands out numbers and booleans as one class; their encoding tells them apart.
  private static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}
