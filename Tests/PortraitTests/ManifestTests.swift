import GitValues
import Testing

@testable import Portrait

@Suite struct ManifestTests {
  private func name(_ file: String, _ text: String) throws -> [String?]? {
    let kind = try #require(Manifest.kind(of: file))
    return Manifest.name(in: PlainBytes(text), kind, at: RepoPath(file)).map { [$0.name, $0.version, $0.description] }
  }

  @Test(
    arguments: [
      (
        "package.json",
        #"{"author": {"name": "x"}, "name": "@a/pond", "version": "1.2.0", "description": "A \"b\"\n c"}"#,
        ["@a/pond", "1.2.0", #"A "b" c"#]
      ),
      (
        "Cargo.toml", "[dependencies]\nname = \"x\"\n[package]\nname = \"pond\" # it\nversion.workspace = true\n",
        ["pond", nil, nil]
      ),
      (
        "pyproject.toml", "[project]\nname = 'pond'\nversion = \"3\"\ndescription = \"A store\"\n",
        ["pond", "3", "A store"]
      ),
      ("setup.cfg", "[metadata]\nname = pond\nversion = attr: x\n", ["pond", "attr: x", nil]),
      (
        "setup.py", "from x import y\nsetup(\n  package_name='no', name='pond',\n  version=read(), description=\"A\")",
        ["pond", nil, "A"]
      ),
      ("go.mod", "// c\nmodule example.org/x/pond/v2\n", ["example.org/x/pond/v2", nil, nil]),
      (
        "pom.xml",
        "<?xml version=\"1.0\"?><project><parent><artifactId>p</artifactId></parent><artifactId>pond</artifactId>"
          + "<version>${v}</version></project>", ["pond", nil, nil]
      ),
      ("settings.gradle", "rootProject.name = 'pond'\n", ["pond", nil, nil]),
      (
        "pond.gemspec", "Gem::Specification.new do |s|\n  s.name = 'pond'\n  s.version = V\n  s.summary = \"S\"\n",
        ["pond", nil, "S"]
      ),
      ("composer.json", #"{"name": "a/pond"}"#, ["a/pond", nil, nil]),
      (
        "CMakeLists.txt", "# project(x)\nproject ( Pond\n  VERSION 1.2\n  DESCRIPTION \"A store\" LANGUAGES C)\n",
        ["Pond", "1.2", "A store"]
      ),
      ("configure.ac", "AC_PREREQ(2)\nAC_INIT([Pond], [1.0], [a@b])", ["Pond", "1.0", nil]),
      ("meson.build", "project('pond', 'c',\n  version : '0.1')\n", ["pond", "0.1", nil]),
      ("Package.swift", "// t\nlet package = Package(\n  name: \"pond\",\n)", ["pond", nil, nil]),
      (
        "Pond.csproj", "<Project><PropertyGroup><PackageId>Pond.Core</PackageId></PropertyGroup></Project>",
        ["Pond.Core", nil, nil]
      ),
      ("Pond.sln", "Microsoft", ["Pond", nil, nil]),
    ] as [(String, String, [String?])]
  )
  func reads(file: String, text: String, facts: [String?]) throws {
    #expect(try name(file, text) == facts)
  }

  @Test(arguments: [
    "package.json", "Cargo.toml", "setup.py", "go.mod", "pom.xml", "build.gradle", "a.gemspec", "CMakeLists.txt",
    "configure.ac", "meson.build", "Package.swift", "setup.cfg", "pyproject.toml",
  ])
  func malformedOnesGiveNothing(file: String) throws {
    for text in [
      "", "{", "{\"name", "{\"name\":}", "[package", "setup(", "module", "<project><artifactId", "project(", "AC_INIT(",
      "Package(", "name = ", "project(${NAME})", "<", "setup(name=", "\\\"", "{\"a\\",
    ] {
      #expect(try name(file, text) == nil, "\(text)")
    }
  }
}
