import Git

/// Finds definitions in sources by universal-ctags, a program of the system.
///
/// Contents are written under numbers to a private folder; no option file is read, and a file at which the program fails
/// costs no other its result.
public struct Ctags: Sendable {
  /// What it calls itself, with its version: definitions found by another version are other ones.
  let version: String
  private let program: HelperProgram
  private let seconds: Double

  /// Output above this many bytes is not read.
  private static let outputLimit = 64 << 20

  /// The program at `path`; nil where it is none, or another ctags than universal-ctags.
  ///
  /// - Parameter seconds: how long it may take for one batch of files.
  public init?(path: String, seconds: Double = 20) {
    program = HelperProgram(path: path)
    self.seconds = seconds
    do throws(HelperProgram.Failure) {
      let output = try program.run(["--options=NONE", "--version"], seconds: 5, limit: 1 << 16)
      let line = output.prefix { $0 != UInt8(ascii: "\n") }
      guard line.starts(with: "Universal Ctags".utf8) else { return nil }
      version = String(decoding: line, as: UTF8.self)
    } catch {
      return nil
    }
  }

  /// The languages whose definitions are read, by the ending of a file's name.
  private static let endings: Set<String> = [
    "c", "h", "cc", "cpp", "cxx", "hh", "hpp", "hxx", "inl", "go", "py", "rs", "java", "js", "mjs", "ts", "cs",
  ]

  /// What a source tells besides the lines that ctags writes of it.
  private struct Source {
    let exports: Exports?
    /// Names that its macros stand for.
    let aliases: [String: String]
  }

  private static let options = [
    "--options=NONE", "--quiet=yes", "--sort=no", "--excmd=number", "--extras=", "--fields=KsSta",
    "--languages=C,C++,Go,Python,Rust,Java,JavaScript,TypeScript,C#", "--langmap=C++:+.h",
    "--kinds-C=defgmpstuvx", "--kinds-C++=cdefgmnpstuvx", "--kinds-Go=acfimnpstv", "--kinds-Python=cfmv",
  ]

  /// What each of `sources` defines for others.
  ///
  /// - Parameter define: macros, `NAME=VALUE`, that stand for what a compiler would have been told.
  /// - Throws: where the private folder cannot be made or written.
  func definitions(in sources: [(ending: String, bytes: [UInt8])], define: [String]) throws -> [Extraction] {
    let folder = try ScratchFolder()
    var names: [String?] = []
    var told: [String: Source] = [:]
    for (number, source) in sources.enumerated() {
      guard Self.endings.contains(source.ending) else {
        names.append(nil)
        continue
      }
      let name = "\(number).\(source.ending)"
      let isC = CtagsLine.endingsOfC.contains(source.ending)
      let bytes = isC ? SourceText.withoutPlaceholders(source.bytes) : source.bytes
      try folder.write(bytes, as: name)
      told[name] = Source(
        exports: Exports(ending: source.ending, bytes: bytes),
        aliases: isC ? MacroAliases.of(bytes) : [:]
      )
      names.append(name)
    }
    let known = names.compactMap { $0 }
    guard !known.isEmpty else { return sources.map { _ in .other } }
    var found: [String: Extraction] = [:]
    do throws(HelperProgram.Failure) {
      found = try run(known, define, told, in: folder)
    } catch {
      for name in known { found[name] = alone(name, define, told, in: folder) }
    }
    return names.map { name in name.map { found[$0] ?? .elements([]) } ?? .other }
  }

  private func alone(
    _ name: String,
    _ define: [String],
    _ told: [String: Source],
    in folder: ScratchFolder
  ) -> Extraction {
    do throws(HelperProgram.Failure) {
      return try run([name], define, told, in: folder)[name] ?? .elements([])
    } catch {
      return .failure(line: nil, reason: Self.reason(error))
    }
  }

  private func run(
    _ names: [String],
    _ define: [String],
    _ told: [String: Source],
    in folder: ScratchFolder
  ) throws(HelperProgram.Failure) -> [String: Extraction] {
    let arguments = Self.options + define.map { "-D\($0)" } + ["-f", "-"] + names.map { "\(folder.path)/\($0)" }
    let output = try program.run(arguments, seconds: seconds, limit: Self.outputLimit)
    var tags: [String: [CtagsLine]] = [:]
    for line in output.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "!") {
      guard let tag = CtagsLine(line) else { continue }
      tags[tag.file, default: []].append(tag)
    }
    var found: [String: Extraction] = [:]
    for (file, tags) in tags {
      let exported = told[file]?.exports?.exported(tags) ?? tags
      let names = Dictionary(tags.compactMap(\.naming), uniquingKeysWith: { first, _ in first })
      found[file] = .merging(exported.compactMap { $0.element(names: names, aliases: told[file]?.aliases ?? [:]) })
    }
    return found
  }

  private static func reason(_ failure: HelperProgram.Failure) -> String {
    switch failure {
    case .notStarted(let reason): "ctags could not be started: \(reason)"
    case .failed(let status): "ctags ended with status \(status)"
    case .crashed(let signal): "ctags crashed with signal \(signal)"
    case .tooSlow(let seconds): "ctags took more than \(Int(seconds.rounded(.up))) seconds"
    case .tooLong(let bytes): "ctags wrote more than \(bytes >> 20) MiB"
    }
  }
}
