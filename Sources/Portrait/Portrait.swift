public import GitValues

/// What a project says of itself in a handful of files at the top of one tree.
///
/// These are facts for evidence: what is written there, not whether it is true. All text is UTF-8 without control
/// characters, but otherwise as its authors wrote it: escape it before showing it.
public struct Portrait: Hashable, Sendable {
  /// The README's title without markup; nil where there is no README or it has no title.
  public var title: String?
  /// How the README defines the project: one sentence or more, at most 240 characters, without markup; nil where no
  /// sentence reads like prose.
  public var describes: String?
  /// The README that was read; nil where there is none.
  public var readmePath: RepoPath?
  /// The README's text without markup, one block a line, at most about 8 KiB. Empty where there is none.
  public var readmeText: String
  /// What the README says of the project's descent and fate. Order: as in the README.
  public var forkStatements: [ForkStatement]
  /// An SPDX expression: `MIT`, `GPL-3.0 AND LGPL-3.0`, `RSALv2 OR SSPL-1.0`; `LicenseRef-unknown` for a licence text
  /// that is not known; nil where there is no licence file.
  public var licence: String?
  /// The files that ``licence`` was found in. Order: as in the tree.
  public var licencePaths: [RepoPath]
  /// The names that manifests give the project. Order: by kind as declared in ``DeclaredName/Kind``, then by path.
  public var names: [DeclaredName]
  /// What should have been read and could not be. Order: as in the tree.
  public var notRead: [UnreadFile]

  /// A portrait of its parts; without any, that of a tree that says nothing.
  public init(
    title: String? = nil,
    describes: String? = nil,
    readmePath: RepoPath? = nil,
    readmeText: String = "",
    forkStatements: [ForkStatement] = [],
    licence: String? = nil,
    licencePaths: [RepoPath] = [],
    names: [DeclaredName] = [],
    notRead: [UnreadFile] = []
  ) {
    self.title = title
    self.describes = describes
    self.readmePath = readmePath
    self.readmeText = readmeText
    self.forkStatements = forkStatements
    self.licence = licence
    self.licencePaths = licencePaths
    self.names = names
    self.notRead = notRead
  }
}

/// A file that should have been read and could not be.
public struct UnreadFile: Hashable, Sendable {
  /// Where it stands.
  public let path: RepoPath
  /// Why it was not read: one line.
  public let reason: String

  /// A file and the reason.
  public init(path: RepoPath, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// The name that a manifest gives the project.
public struct DeclaredName: Hashable, Sendable {
  /// The kinds of manifest, in the order in which ``Portrait/names`` has them.
  public enum Kind: String, CaseIterable, Comparable, Sendable {
    /// `package.json`
    case npm
    /// `Cargo.toml`
    case cargo
    /// `pyproject.toml`, `setup.cfg` or `setup.py`
    case python
    /// `go.mod`; the name is the module's path
    case go
    /// `pom.xml`; the name is the artifact's
    case maven
    /// `settings.gradle` or `build.gradle`, Kotlin's too
    case gradle
    /// `*.gemspec`
    case gem
    /// `composer.json`; the name has its vendor in front
    case composer
    /// `CMakeLists.txt`
    case cmake
    /// `configure.ac` or `configure.in`
    case autoconf
    /// `meson.build`
    case meson
    /// `Package.swift`
    case swift
    /// `*.csproj` or `*.sln`
    case dotnet

    /// By the order of declaration.
    public static func < (left: Self, right: Self) -> Bool { left.position < right.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The kind of manifest.
  public let kind: Kind
  /// The manifest.
  public let path: RepoPath
  /// The name as written.
  public let name: String
  /// The version, where it is written there and not computed.
  public let version: String?
  /// The description, on one line.
  public let description: String?

  /// A name of its parts.
  public init(kind: Kind, path: RepoPath, name: String, version: String? = nil, description: String? = nil) {
    self.kind = kind
    self.path = path
    self.name = name
    self.version = version
    self.description = description
  }
}

/// A sentence in which a project speaks of its descent or fate.
public struct ForkStatement: Hashable, Sendable {
  /// What the sentence says.
  public enum Kind: String, CaseIterable, Sendable {
    /// It is a fork of something.
    case fork
    /// It is based on, derived from or built on something.
    case basedOn
    /// It can take the place of something without changes.
    case dropIn
    /// It is the successor or continuation of something.
    case successor
    /// It is something made to run elsewhere.
    case port
    /// It is compatible with something.
    case compatible
    /// It is no longer maintained.
    case stopped
    /// Its development goes on elsewhere, or under another name.
    case movedTo
  }

  /// A project that a sentence names.
  public struct Project: Hashable, Sendable {
    /// The name as written, without markup.
    public let name: String
    /// `owner/name`, where the name links to a repository on a forge; nil otherwise.
    public let repository: String?

    /// A project of its parts.
    public init(name: String, repository: String? = nil) {
      self.name = name
      self.repository = repository
    }
  }

  /// What it says.
  public let kind: Kind
  /// The sentence without markup, at most 240 characters.
  public let quote: String
  /// The projects named. Order: as in the sentence. Empty where none could be told from the words around it.
  public let projects: [Project]

  /// A statement of its parts.
  public init(kind: Kind, quote: String, projects: [Project]) {
    self.kind = kind
    self.quote = quote
    self.projects = projects
  }
}
