import FixtureSupport
import Foundation
import Testing

/// The recipes for pipelines, run by an imitation of their runners.
@Suite struct RecipeTests {
  private static let package = Fixture.root.deletingLastPathComponent()

  /// A workspace as a runner has it: the fork's clone, programs on the path, files for outputs and summary.
  private struct Workspace {
    let program: Program
    let folder: URL

    init() throws {
      program = try Program()
      try Fixture.named("patch-stack").build(into: program.folder.appending(path: "clones"))
      folder = program.folder.appending(path: "clones/engine-distro")
      let binary = Program.binary.path(percentEncoded: false)
      try program.write("#!/bin/sh\nexec '\(binary)' \"$@\" --now 2020-06-01\n", to: "bin/forkscape")
      // What of gh the recipe uses, with one issue that is open or not.
      try program.write(
        """
        #!/bin/sh
        echo "$*" >>"$GH_LOG"
        case "$1 $2" in
        "issue list") cat "$GH_LOG.open" 2>/dev/null || true ;;
        "issue create") echo 7 >"$GH_LOG.open" ;;
        "issue close") rm -f "$GH_LOG.open" ;;
        esac

        """,
        to: "bin/gh"
      )
      for name in ["forkscape", "gh"] {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path("bin/\(name)"))
      }
    }

    func policy(_ rules: String) throws {
      try program.write("policy: { rules: { \(rules) } }\n", to: "clones/engine-distro/forkscape.yml")
    }

    func environment(_ more: [String: String] = [:]) -> [String: String] {
      let path = program.path("bin") + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
      return [
        "PATH": path, "HOME": program.path("home"), "GITHUB_STEP_SUMMARY": program.path("summary.md"),
        "GITHUB_OUTPUT": program.path("output"), "GITHUB_ACTIONS": "true", "GH_LOG": program.path("gh"),
        "XDG_CACHE_HOME": program.path("cache"),
      ].merging(more) { $1 }
    }

    /// Runs a composite action, as GitHub's runner does: its steps in order, with inputs and outputs filled in; steps that
    /// use other actions are passed over, and a failure ends it.
    func run(action: URL, inputs: [String: String]) throws -> ProgramResult {
      let program = #"""
        import json, os, re, subprocess, sys
        from ruamel.yaml import YAML
        action = YAML(typ="safe").load(open(sys.argv[1], encoding="utf-8"))
        inputs = {name: value.get("default", "") for name, value in action["inputs"].items()}
        given = json.loads(sys.argv[2])
        for name, value in action["inputs"].items():
            assert not value.get("required") or name in given, name
        assert set(given) <= set(inputs), given
        inputs.update(given)
        outputs = {}
        def value(expression):
            name = expression.strip()
            if name.startswith("inputs."): return inputs[name[7:]]
            found = re.fullmatch(r"steps\.(\w+)\.outputs\.(\w+)", name)
            if found: return outputs.get(found[1], {}).get(found[2], "")
            assert name == "github.token", name
            return "a token"
        def filled(text): return re.sub(r"\$\{\{(.*?)\}\}", lambda found: value(found[1]), str(text))
        inputs = {name: filled(text) for name, text in inputs.items()}
        for step in action["runs"]["steps"]:
            if "uses" in step: continue
            condition = step.get("if")
            if condition:
                name, wanted = re.fullmatch(r"\$\{\{ (\S+) == '(.*)' \}\}", condition).groups()
                if value(name) != wanted: continue
            open(os.environ["GITHUB_OUTPUT"], "w").close()
            environment = dict(os.environ, GITHUB_ACTION_PATH=os.path.dirname(sys.argv[1]))
            environment.update({name: filled(text) for name, text in step.get("env", {}).items()})
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", filled(step["run"])]
            sys.stdout.flush()
            done = subprocess.run(command, cwd=sys.argv[3], env=environment)
            lines = open(os.environ["GITHUB_OUTPUT"]).read().split("\n")
            outputs[step.get("id", "")] = dict(line.split("=", 1) for line in lines if line)
            if done.returncode: sys.exit(done.returncode)
        """#
      let arguments = [
        action.path(percentEncoded: false), String(decoding: try JSONEncoder().encode(inputs), as: UTF8.self),
        folder.path(percentEncoded: false),
      ]
      return try Consumers.run(program, arguments, input: Data(), environment: environment())
    }
  }

  private static let action = package.appending(path: ".github/actions/drift-check/action.yml")

  @Test func theActionChecksAnnotatesAndKeepsOneIssue() throws {
    let workspace = try Workspace()
    let inputs = [
      "upstream": workspace.program.path("clones/engine"), "line": "stable-1", "issue": "true", "fail-on": "error",
    ]
    try workspace.policy("paths-untouched: { paths: [src/] }")
    let first = try workspace.run(action: Self.action, inputs: inputs)
    #expect(first.exitCode == 1, "\(first.text) \(String(decoding: first.errors, as: UTF8.self))")
    #expect(first.text.contains("::error file=src/pump.c,line=1,title=forkscape paths-untouched::"))
    #expect(String(decoding: try workspace.program.data("summary.md"), as: UTF8.self).contains("**Failed**"))
    let again = try workspace.run(action: Self.action, inputs: inputs)
    #expect(again.exitCode == 1)
    try workspace.policy("behind-days: off")
    let mended = try workspace.run(action: Self.action, inputs: inputs)
    #expect(mended.exitCode == 0, "\(mended.text) \(String(decoding: mended.errors, as: UTF8.self))")
    let calls = String(decoding: try workspace.program.data("gh"), as: UTF8.self).split(separator: "\n")
    let kinds = calls.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(
      kinds == [
        "issue list", "label create", "issue create", "issue list", "issue edit", "issue list", "issue edit",
        "issue close",
      ]
    )
    let out = workspace.folder.appending(path: "forkscape-out").path(percentEncoded: false)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out).sorted() == [
        "drift.sarif", "findings.json", "gitlab.json", "issue.md", "junit.xml", "next-sync.md", "summary.md",
      ]
    )
  }

  @Test func thePipelineOfTheReadmeRuns() throws {
    let readme = try String(contentsOf: Self.package.appending(path: "README.md"), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /```yaml\n(- uses: actions\/checkout[^`]*)```/)?.1)
    #expect(block.split(separator: "\n").count == 5)
    let uses = try #require(block.firstMatch(of: /OWNER\/forkscape\/(\S+)@main/)?.1)
    let keys = block.matches(of: #/^    (\w[\w-]*): /#.anchorsMatchLineEndings()).map { String($0.1) }
    #expect(keys == ["upstream"])
    let workspace = try Workspace()
    let result = try workspace.run(
      action: Self.package.appending(path: "\(uses)/action.yml"),
      inputs: ["upstream": workspace.program.path("clones/engine")]
    )
    #expect(result.exitCode == 0, "\(result.text) \(String(decoding: result.errors, as: UTF8.self))")
  }

  @Test func theGitLabTemplateRuns() throws {
    let workspace = try Workspace()
    try workspace.policy("paths-untouched: { paths: [src/] }")
    let template = Self.package.appending(path: "scripts/ci/gitlab.yml").path(percentEncoded: false)
    let program = """
      import json, sys
      from ruamel.yaml import YAML
      job = YAML(typ="safe").load(open(sys.argv[1], encoding="utf-8"))["drift-check"]
      print(json.dumps({"variables": job["variables"], "script": job["script"], "reports": job["artifacts"]["reports"]}))
      """
    let line = try Consumers.lines(of: program, [template], input: Data()).joined()
    let job = try json(Data(line.utf8))
    let script = try #require(job["script"] as? [String])
    var environment = workspace.environment(["GITHUB_ACTIONS": "", "GITHUB_OUTPUT": "", "GITHUB_STEP_SUMMARY": ""])
    for (name, value) in try #require(job["variables"] as? [String: String]) { environment[name] = value }
    environment["FORKSCAPE_UPSTREAM"] = workspace.program.path("clones/engine")
    environment["FORKSCAPE_LINE"] = "stable-1"
    environment["FORKSCAPE_SCRIPTS"] = Self.package.appending(path: "scripts/ci").path(percentEncoded: false)
    let result = try Shell.run(
      ["bash", "-eo", "pipefail", "-c", script.joined(separator: "\n")],
      in: workspace.folder,
      environment: environment
    )
    #expect(result.exitCode == 1, "\(result.text) \(String(decoding: result.errors, as: UTF8.self))")
    // The log says why the job failed.
    #expect(result.text.contains("error   paths-untouched: src/pump.c was changed by the fork"), "\(result.text)")
    for file in try #require(job["reports"] as? [String: String]).values {
      #expect(workspace.program.exists("clones/engine-distro/\(file)"), "\(file)")
    }
  }

  @Test func recipesConformToTheForgesSchemas() throws {
    for (schema, file, transform) in [
      ("vendor.github-actions", ".github/actions/drift-check/action.yml", [String]()),
      ("vendor.gitlab-ci", "scripts/ci/gitlab.yml", ["--data-transform", "gitlab-ci"]),
    ] {
      let path = Self.package.appending(path: file).path(percentEncoded: false)
      let program = "import sys; from check_jsonschema import main; main(sys.argv[1:])"
      let result = try Consumers.run(program, ["--builtin-schema", schema, path] + transform, input: Data())
      #expect(result.exitCode == 0, "\(result.text)")
    }
  }

  @Test func withoutAnUpstreamItIsWrongUsage() throws {
    let workspace = try Workspace()
    let script = Self.package.appending(path: "scripts/ci/drift-check").path(percentEncoded: false)
    for upstream in ["", "/nonexistent/upstream"] {
      let environment = workspace.environment(["FORKSCAPE_UPSTREAM": upstream])
      let result = try Shell.run([script], in: workspace.folder, environment: environment)
      #expect(result.exitCode == 2 && result.output.isEmpty, "\(result.text)")
      #expect(String(decoding: result.errors, as: UTF8.self).split(separator: "\n").count == 1)
    }
  }
}
