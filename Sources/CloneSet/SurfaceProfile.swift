/// Which surfaces a code base has, and where they stand: an entry of `profiles` in a family file.
public struct SurfaceProfile: Hashable, Sendable {
  /// A file that shows that a code base is of this sort.
  public struct Sign: Hashable, Sendable {
    /// Patterns of its path; one is enough.
    public let files: [String]
    /// Patterns of paths that are no sign.
    public let exclude: [String]
    /// A text that it holds; nil where the name is enough.
    public let contains: String?
  }

  /// Its name.
  public let name: String
  /// What the base's tree must have, all of them; nobody's profile where empty, only another's part.
  public let detect: [Sign]
  /// Whether it is that of a language: several can fit one code base, and the one whose signs most files bear is taken.
  public let isLanguage: Bool
  /// Profiles whose surfaces are this one's too, where it does not say otherwise. Order: as in the file.
  public let extends: [String]
  /// Order: as in the file.
  public let surfaces: [SurfaceDeclaration]
  /// Where it is declared.
  public let place: FamilyFile.Place
}

/// Something that users or other programs depend on, and how it is read.
public struct SurfaceDeclaration: Hashable, Sendable {
  /// What sort of thing it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The syntax of a language.
    case grammar
    /// What is said on a connection.
    case protocolConstants = "protocol"
    /// What lies on disk.
    case format
    /// What programs link with or import.
    case api
    /// Messages, commands and catalogues that files describe.
    case schema
    /// Keys of configuration.
    case configuration
    /// Commands that clients send or people type.
    case commands
    /// Flags of the command line.
    case flags
    /// The upstream's own tests.
    case tests
    /// What it needs to be built and run.
    case dependencies
  }

  /// How elements are read from a file.
  public enum Extractor: String, Hashable, Sendable, CaseIterable {
    /// Tokens and productions of a Bison or Yacc grammar.
    case bison
    /// Named constants of C and C++ by value.
    case constants
    /// What a regular expression finds: the groups `name` and, where there is one, `value`.
    case pattern
    /// Messages, fields, enumerators and calls of Protocol Buffers.
    case protobuf
    /// Commands described in JSON, one or more a file.
    case commandTable
    /// Keys and values of a sample configuration file.
    case settings
    /// Entries of a catalogue, `{ key => 'value', … }`.
    case catalogue
    /// Definitions that universal-ctags finds.
    case ctags
    /// Files as they are, by content.
    case file
  }

  /// Its name, unique in the profile.
  public let name: String
  /// What sort of thing it is.
  public let kind: Kind
  /// How it is read.
  public let extractor: Extractor
  /// Patterns of the paths of its files: `*` stands for anything in a name, `**` for folders; a pattern fits the end of
  /// a path.
  public let files: [String]
  /// Patterns of paths that are left out.
  public let exclude: [String]
  /// Texts of which a file must hold one; empty where all files count.
  public let contains: [String]
  /// Regular expressions of the extractor `pattern`.
  public let patterns: [String]
  /// A regular expression that names of elements must fit; nil for all.
  public let names: String?
  /// Fields that make an entry's name, and its value: of the extractor `catalogue`.
  public let keys: [String]
  /// See ``keys``.
  public let values: [String]
  /// Macros that are defined for the extractor `ctags`, `NAME=VALUE`.
  public let define: [String]
  /// Whether every file is a surface part of its own, with names of its own.
  public let isSeparate: Bool
  /// Whether an element's name begins with the name of its file.
  public let namesFile: Bool
  /// Whether names are the same in upper and lower case.
  public let ignoresCase: Bool
  /// How much it counts in the score.
  public let weight: Double
  /// Where it is declared.
  public let place: FamilyFile.Place
}
