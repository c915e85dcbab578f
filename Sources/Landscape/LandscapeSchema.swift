/// The JSON Schemas (draft 2020-12) of what this room writes. Sources: the files in `Schemas/`.
public enum LandscapeSchema: String, Sendable, CaseIterable {
  /// Of `landscape.json`.
  case landscape
  /// Of one line of `files/<family>/<name>.jsonl`.
  case files
  /// Of one line of `patches/<family>/<name>.jsonl`.
  case patches
  /// Of one line of `surfaces/<family>/<name>.jsonl`.
  case surfaces

  /// The schema as JSON text, with a newline at its end.
  public var text: String {
    switch self {
    case .landscape: String(decoding: PackageResources.landscape_schema_json, as: UTF8.self)
    case .files: String(decoding: PackageResources.files_schema_json, as: UTF8.self)
    case .patches: String(decoding: PackageResources.patches_schema_json, as: UTF8.self)
    case .surfaces: String(decoding: PackageResources.surfaces_schema_json, as: UTF8.self)
    }
  }
}
