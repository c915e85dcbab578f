extension Policy {
  /// The JSON Schema, draft 2020-12, of a policy file, made from the rules. It accepts what
  /// ``Policy/init(text:file:)`` accepts of a file with `rules` alone, and the `policy` of a family file.
  public static func jsonSchema() throws -> String {
    let rules = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, schema(of: $0)) })
    return try StableJSON.text(
      Schema(
        schema: "https://json-schema.org/draft/2020-12/schema",
        id: "urn:forkscape:schema:policy:1",
        title: "Policy of the drift check",
        description: "Which rules run, how much their findings matter, and what they are told.",
        type: ["object", "null"],
        additionalProperties: false,
        properties: [
          "rules": Schema(
            description: "Rules by id; one that is not named runs as `forkscape rules` says.",
            type: ["object", "null"],
            additionalProperties: false,
            properties: rules
          )
        ]
      )
    )
  }

  private static func schema(of rule: Rule) -> Schema {
    let level = Schema(enum: Severity.allCases.reversed().map(\.rawValue) + ["off"])
    var properties = Dictionary(uniqueKeysWithValues: rule.parameters.map { ($0.name, schema(of: $0)) })
    properties["severity"] = level
    return Schema(
      description: rule.purpose,
      anyOf: [level, Schema(type: ["object"], additionalProperties: false, properties: properties)]
    )
  }

  private static func schema(of parameter: RuleParameter) -> Schema {
    let texts = Schema(type: ["array"], items: [Schema(type: ["string", "number"])], minItems: 1)
    var schema: Schema
    switch parameter.kind {
    case .count: schema = Schema(type: ["integer"], minimum: 0)
    case .flag: schema = Schema(type: ["boolean"])
    case .day: schema = Schema(type: ["string"], pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    case .paths, .names: schema = Schema(anyOf: [Schema(type: ["string", "number"]), texts])
    case .word(let words): schema = Schema(enum: words)
    case .pattern: schema = Schema(type: ["string"])
    case .words(let words): schema = Schema(type: ["object"], patterns: ["": Schema(enum: words)])
    }
    schema.description = parameter.purpose
    return schema
  }

  /// The words of JSON Schema that are used here.
  private struct Schema: Encodable {
    var schema: String?
    var id: String?
    var title: String?
    var description: String?
    var type: [String]?
    var `enum`: [String]?
    var pattern: String?
    var minimum: Int?
    var minItems: Int?
    /// A list of one: a value type cannot hold itself.
    var items: [Schema]?
    var anyOf: [Schema]?
    var additionalProperties: Bool?
    var properties: [String: Schema]?
    var patterns: [String: Schema]?

    init(
      schema: String? = nil,
      id: String? = nil,
      title: String? = nil,
      description: String? = nil,
      type: [String]? = nil,
      enum: [String]? = nil,
      pattern: String? = nil,
      minimum: Int? = nil,
      items: [Schema]? = nil,
      minItems: Int? = nil,
      anyOf: [Schema]? = nil,
      additionalProperties: Bool? = nil,
      properties: [String: Schema]? = nil,
      patterns: [String: Schema]? = nil
    ) {
      self.schema = schema
      self.id = id
      self.title = title
      self.description = description
      self.type = type
      self.enum = `enum`
      self.pattern = pattern
      self.minimum = minimum
      self.minItems = minItems
      self.items = items
      self.anyOf = anyOf
      self.additionalProperties = additionalProperties
      self.properties = properties
      self.patterns = patterns
    }

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case id = "$id"
      case title, description, type, `enum`, pattern, minimum, minItems, items, anyOf, additionalProperties, properties
      case patterns = "patternProperties"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(schema, forKey: .schema)
      try container.encodeIfPresent(id, forKey: .id)
      try container.encodeIfPresent(title, forKey: .title)
      try container.encodeIfPresent(description, forKey: .description)
      try container.encodeIfPresent(type, forKey: .type)
      try container.encodeIfPresent(`enum`, forKey: .enum)
      try container.encodeIfPresent(pattern, forKey: .pattern)
      try container.encodeIfPresent(minimum, forKey: .minimum)
      try container.encodeIfPresent(minItems, forKey: .minItems)
      try container.encodeIfPresent(items?.first, forKey: .items)
      try container.encodeIfPresent(anyOf, forKey: .anyOf)
      try container.encodeIfPresent(additionalProperties, forKey: .additionalProperties)
      try container.encodeIfPresent(properties, forKey: .properties)
      try container.encodeIfPresent(patterns, forKey: .patterns)
    }
  }
}
