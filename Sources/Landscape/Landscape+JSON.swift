public import Foundation

/// Why a `landscape.json` could not be read.
public struct LandscapeDecodingError: Error, Equatable, CustomStringConvertible {
  /// Where in the JSON: `families[0].forks[2].asOf`; empty: the file as a whole.
  public let place: String
  /// What is wrong there, one line.
  public let problem: String

  /// Both in one line.
  public var description: String {
    place.isEmpty ? "this is no landscape.json: \(problem)" : "landscape.json, at \(place): \(problem)"
  }
}

extension Landscape {
  /// The bytes of `landscape.json`: keys sorted, two spaces of indentation, a newline at the end. The same landscape
  /// gives the same bytes.
  public func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var data = try encoder.encode(self)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// The landscape that a `landscape.json` holds.
  ///
  /// Throws ``LandscapeDecodingError`` where it is none, or of a format that this library does not know.
  public init(decoding data: Data) throws {
    struct Header: Decodable { let schemaVersion: String }
    do {
      let decoder = JSONDecoder()
      let version = try decoder.decode(Header.self, from: data).schemaVersion
      guard version.split(separator: ".").first == Landscape.currentSchemaVersion.split(separator: ".").first else {
        throw LandscapeDecodingError(
          place: "schemaVersion",
          problem: "the format is \(version), this program reads \(Landscape.currentSchemaVersion)"
        )
      }
      self = try decoder.decode(Landscape.self, from: data)
    } catch let error as DecodingError {
      throw LandscapeDecodingError(error)
    }
  }
}

extension LandscapeDecodingError {
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(place: Self.place(context.codingPath), problem: "“\(key.stringValue)” is missing")
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      self.init(place: Self.place(context.codingPath), problem: context.debugDescription)
    @unknown default:
      self.init(place: "", problem: "\(error)")
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}
