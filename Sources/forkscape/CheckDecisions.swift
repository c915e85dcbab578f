import ArgumentParser
import CloneSet
import Declarations
import DriftCheck
import Foundation
import Landscape

/// What people decided: policy, waivers, baseline.
struct CheckDecisions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The policy (default: the policy of forkscape.yml, or --config).", valueName: "file")
  )
  var policy: String?

  @Option(
    help: ArgumentHelp("Take policy and waivers as they are at this revision of the clone around.", valueName: "ref")
  )
  var policyFrom: String?

  @Option(
    help: ArgumentHelp("An earlier report folder or findings file: only what is new fails.", valueName: "dir|file")
  )
  var baseline: String?

  @Option(
    help: ArgumentHelp("Accepted findings (default: forkscape-waivers.yml in the current folder).", valueName: "file")
  )
  var waivers: String?

  /// What was read.
  struct Decided {
    var policy: Policy
    var waivers: Waivers
    /// The baseline's landscape; nil where there is none in it.
    var baseline: Landscape?
    /// Fingerprints of the baseline's findings.
    var known: Set<String>
  }

  /// - Throws: ``Failure`` that names everything that is wrong in policy and waivers.
  func read(_ options: RunOptions) throws -> Decided {
    var problems: [DeclarationProblem] = []
    func parsed<Value>(_ file: (name: String, text: String)?, _ parse: (String, String) throws -> Value) throws
      -> Value?
    {
      guard let file else { return nil }
      do {
        return try parse(file.text, file.name)
      } catch let error as DeclarationError {
        problems += error.problems
        return nil
      }
    }
    let policyFile = try text(
      of: policy ?? options.config ?? "forkscape.yml",
      isNamed: policy != nil || options.config != nil
    )
    let policy = try parsed(policyFile) { try Policy(text: $0, file: $1) }
    let waiversFile = try text(of: waivers ?? "forkscape-waivers.yml", isNamed: waivers != nil)
    let waivers = try parsed(waiversFile) { try Waivers(text: $0, file: $1) }
    guard problems.isEmpty else {
      throw Failure(.usage, DeclarationError(problems).problems.map(\.description).joined(separator: "\nforkscape: "))
    }
    var decided = Decided(policy: policy ?? .standard, waivers: waivers ?? .none, baseline: nil, known: [])
    if let baseline { try read(baseline: baseline, &decided) }
    return decided
  }

  /// A file of people's, as it is here or at the revision; nil where it is not there and was not asked for by name.
  private func text(of path: String, isNamed: Bool) throws -> (name: String, text: String)? {
    if let policyFrom {
      do {
        let folder = FileManager.default.currentDirectoryPath
        let bytes = try FileAtRevision.bytes(of: path, at: policyFrom, currentFolder: folder)
        if let bytes { return (path, String(decoding: bytes, as: UTF8.self)) }
      } catch {
        throw Failure(.usage, error.description)
      }
      if isNamed { throw Failure(.usage, "\(path): \(policyFrom) has no such file") }
      return nil
    }
    guard isNamed || FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.usage, "\(path): cannot be read")
    }
    return (path, String(decoding: data, as: UTF8.self))
  }

  /// A report is judged by the same policy; a findings file has been judged.
  private func read(baseline path: String, _ decided: inout Decided) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.usage, "\(path): there is no such baseline; give a report folder or a findings file")
    }
    if !isFolder.boolValue {
      do {
        decided.known = try FindingsBaseline.fingerprints(FileManager.default.contents(atPath: path) ?? Data())
        return
      } catch is DecodingError {
        // No findings file: then a landscape, or it is said that it is none.
      }
    }
    let input = try CheckInput(report: path)
    let check = DriftCheck(input.facts(nil), now: input.landscape.now, policy: decided.policy)
    decided.known = Set(check.findings.map(\.fingerprint))
    decided.baseline = input.landscape
  }
}
