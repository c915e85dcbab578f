import FixtureSupport
import Foundation
import Testing

/// What `scripts/package` makes, of the program that was built for the tests.
@Suite struct PackageTests {
  @Test func aPackageRunsWhereNoToolchainIsOnThePath() async throws {
    let program = try Program()
    let root = Fixture.root.deletingLastPathComponent()
    let binary = Program.binary.path(percentEncoded: false)
    let script = root.appending(path: "scripts/package").path(percentEncoded: false)
    let made = try Shell.run([script, "--binary", binary, "package"], in: program.folder)
    #expect(made.exitCode == 0, "\(String(decoding: made.errors, as: UTF8.self))")

    let environment = ["PATH": "/usr/bin:/bin"]
    let packaged = program.path("package/bin/forkscape")
    let version = try Shell.run([packaged, "--version"], in: program.folder, environment: environment)
    #expect(version.exitCode == 0 && version.text.hasPrefix("forkscape "), "\(version.text)")
    try Fixture.named("patch-stack").build(into: program.folder.appending(path: "clones"))
    let check = try Shell.run(
      [
        packaged, "check", "--upstream", "clones/engine@refs/heads/stable-1", "--fork", "distro=clones/engine-distro",
        "--now", "2020-06-01", "--no-cache",
      ],
      in: program.folder,
      environment: environment
    )
    #expect(check.exitCode == 0, "\(check.text)")

    let page = String(decoding: try program.data("package/share/man/man1/forkscape.1"), as: UTF8.self)
    for command in ["analyze", "check", "rules", "patches", "schema"] { #expect(page.contains("\n.Ss \(command)\n")) }
    #expect(page.contains("Fl \\-fail\\-on") && page.contains(".Cm rules explain"))
    let bash = program.path("package/share/bash-completion/completions/forkscape")
    #expect(try Shell.run(["bash", "-n", bash], in: program.folder).exitCode == 0)
    #expect(try program.data("package/share/zsh/site-functions/_forkscape").count > 1000)
    #expect(try program.data("package/share/fish/vendor_completions.d/forkscape.fish").count > 1000)
    #expect(program.exists("package/share/forkscape/ci/drift-check"))
  }

  @Test func whatIsNoPackageIsNotReplaced() throws {
    let program = try Program()
    try program.write("mine", to: "package/notes.txt")
    let script = Fixture.root.deletingLastPathComponent().appending(path: "scripts/package")
    let binary = Program.binary.path(percentEncoded: false)
    let result = try Shell.run(
      [script.path(percentEncoded: false), "--binary", binary, "package"],
      in: program.folder
    )
    #expect(result.exitCode == 4 && program.exists("package/notes.txt"))
  }
}
