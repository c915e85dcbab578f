extension FamilyFile {
  /// The JSON Schema, draft 2020-12, of the family file. It accepts what ``init(text:file:)`` accepts, with text in
  /// quotes where YAML would read a number or a date.
  public static let jsonSchema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:forkscape:schema:family:1",
      "title": "forkscape.yml",
      "description": "What a person declares about families of forks.",
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": {
        "families": {
          "description": "Families by name.",
          "type": ["object", "null"],
          "additionalProperties": { "$ref": "#/$defs/family" }
        },
        "organisations": {
          "description": "Organisations, told by the mail domains of their people.",
          "type": ["array", "null"],
          "items": { "$ref": "#/$defs/organisation" }
        },
        "profiles": {
          "description": "Further surfaces that users depend on.",
          "type": ["object", "null"]
        },
        "policy": {
          "description": "Rules of the drift check.",
          "type": ["object", "null"]
        }
      },
      "$defs": {
        "text": { "type": ["string", "number", "boolean"], "minLength": 1 },
        "family": {
          "type": ["object", "null"],
          "additionalProperties": false,
          "properties": {
            "upstream": {
              "type": ["object", "null"],
              "additionalProperties": false,
              "required": ["clone"],
              "properties": {
                "clone": { "description": "A name, OWNER/NAME or path of a clone.", "$ref": "#/$defs/text" },
                "line": { "description": "The branch that stands for it.", "$ref": "#/$defs/text" }
              }
            },
            "forks": {
              "description": "Forks by name.",
              "type": ["object", "null"],
              "additionalProperties": { "$ref": "#/$defs/fork" }
            }
          }
        },
        "fork": {
          "type": ["object", "null"],
          "additionalProperties": false,
          "properties": {
            "clone": { "description": "A name, OWNER/NAME or path; the fork's name if left out.", "$ref": "#/$defs/text" },
            "ref": { "description": "The fork's branch.", "$ref": "#/$defs/text" },
            "line": { "description": "The upstream branch that it follows.", "$ref": "#/$defs/text" },
            "track": {
              "description": "The declared verdict.",
              "enum": ["same-track", "different-track", "undetermined", null]
            },
            "prefix": {
              "description": "The folder of the fork in which upstream's tree lives; empty for the top.",
              "type": ["string", "null"],
              "pattern": "^([^/].*)?$"
            }
          }
        },
        "organisation": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name"],
          "properties": {
            "name": { "$ref": "#/$defs/text" },
            "domains": { "type": ["array", "null"], "items": { "$ref": "#/$defs/text" } },
            "people": {
              "description": "Names or mail addresses of people whose address does not tell.",
              "type": ["array", "null"],
              "items": { "$ref": "#/$defs/text" }
            },
            "from": {
              "description": "Since when.",
              "type": ["string", "null"],
              "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            },
            "until": {
              "description": "The first day on which it no longer holds.",
              "type": ["string", "null"],
              "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            }
          }
        }
      }
    }
    """
}
