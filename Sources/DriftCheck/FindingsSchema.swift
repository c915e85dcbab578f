/// The JSON Schema (draft 2020-12) of the check's JSON. Source: `Schemas/findings.schema.json`.
public enum FindingsSchema {
  /// The schema as JSON text, with a newline at its end.
  public static var text: String { String(decoding: PackageResources.findings_schema_json, as: UTF8.self) }
}
