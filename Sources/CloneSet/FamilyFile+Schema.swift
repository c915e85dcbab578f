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
          "description": "Further surfaces that users depend on: profiles by name.",
          "type": ["object", "null"],
          "additionalProperties": { "$ref": "#/$defs/profile" }
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
                "line": { "description": "The branch that stands for it.", "$ref": "#/$defs/text" },
                "address": { "description": "Where `forkscape clone` fetches it from.", "$ref": "#/$defs/text" },
                "source": { "description": "Where what is declared comes from.", "$ref": "#/$defs/text" }
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
            },
            "address": { "description": "Where `forkscape clone` fetches it from.", "$ref": "#/$defs/text" },
            "closed": {
              "description": "Whether it has no public sources: it is named, and nothing is computed of it.",
              "type": ["boolean", "null"]
            },
            "source": { "description": "Where what is declared comes from.", "$ref": "#/$defs/text" }
          },
          "if": { "required": ["closed"], "properties": { "closed": { "const": true } } },
          "then": {
            "properties": { "clone": false, "ref": false, "line": false, "prefix": false, "address": false }
          }
        },
        "texts": {
          "anyOf": [{ "$ref": "#/$defs/text" }, { "type": "array", "items": { "$ref": "#/$defs/text" } }, { "type": "null" }]
        },
        "profile": {
          "type": ["object", "null"],
          "additionalProperties": false,
          "properties": {
            "detect": {
              "description": "What the base's tree must show, all of them.",
              "type": ["array", "null"],
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["files"],
                "properties": {
                  "files": { "$ref": "#/$defs/texts" },
                  "exclude": { "description": "Paths that are no sign.", "$ref": "#/$defs/texts" },
                  "contains": { "description": "A text in the file.", "$ref": "#/$defs/text" }
                }
              }
            },
            "language": {
              "description": "Whether it is that of a language: the one whose signs most files bear is taken.",
              "type": ["boolean", "null"]
            },
            "extends": { "description": "Profiles whose surfaces it has too.", "$ref": "#/$defs/texts" },
            "surfaces": {
              "description": "Surfaces by name.",
              "type": ["object", "null"],
              "additionalProperties": { "$ref": "#/$defs/surface" }
            }
          }
        },
        "surface": {
          "type": "object",
          "additionalProperties": false,
          "required": ["kind", "extractor", "files"],
          "properties": {
            "kind": {
              "enum": ["grammar", "protocol", "format", "api", "schema", "configuration", "commands", "flags", "tests",
                "dependencies"]
            },
            "extractor": {
              "enum": ["bison", "constants", "pattern", "protobuf", "commandTable", "settings", "catalogue", "ctags",
                "file"]
            },
            "files": { "description": "Patterns that fit the end of a path.", "$ref": "#/$defs/texts" },
            "exclude": { "description": "Patterns of paths left out.", "$ref": "#/$defs/texts" },
            "contains": { "description": "Texts of which a file must hold one.", "$ref": "#/$defs/texts" },
            "patterns": { "description": "Regular expressions with (?<name>…).", "$ref": "#/$defs/texts" },
            "names": { "description": "A regular expression that names must fit.", "$ref": "#/$defs/text" },
            "keys": { "description": "Fields that make a name, of a catalogue.", "$ref": "#/$defs/texts" },
            "values": { "description": "Fields that make its signature.", "$ref": "#/$defs/texts" },
            "define": { "description": "Macros for ctags, NAME=VALUE.", "$ref": "#/$defs/texts" },
            "separate": { "description": "Whether each file is a part of its own.", "type": ["boolean", "null"] },
            "namesFile": { "description": "Whether names begin with that of the file.", "type": ["boolean", "null"] },
            "ignoreCase": { "description": "Whether case makes no difference.", "type": ["boolean", "null"] },
            "weight": { "description": "How much it counts.", "type": ["number", "null"], "minimum": 0 }
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
