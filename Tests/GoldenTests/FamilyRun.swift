import CloneSet
import FactStore
import FixtureSupport
import Foundation
import Landscape
import Pipeline
import Report

/// One analysis of clones that a recipe made, as a report on them would hold it.
struct FamilyRun {
  /// What the stages found. Paths are relative to the folder of the clones.
  let analysis: Analysis
  private let folder: String

  /// Noon of no particular day, after the end of every recipe: 2026-01-01T00:00:00Z.
  static let now: Int64 = 1_767_225_600

  /// Analyses the whole folder; what the case's `forkscape.yml` declares, if it has one, counts.
  static func ofFolder(_ built: BuiltFixture, jobs: Int = 2, store: FactStore? = nil) async throws -> FamilyRun {
    var request = request(.folders(["."]), built)
    request.jobs = jobs
    request.store = store
    request.familyFile = try built.fixture.familyFile()
    return FamilyRun(analysis: try await Analysis.run(request), folder: built.path)
  }

  /// Analyses one fork against one upstream, both named outright: `clone@ref`.
  static func ofPair(_ row: FixtureSupport.Expectation, _ built: BuiltFixture) async throws -> FamilyRun {
    let upstream = try PairArgument("\(row.upstream.clone)@\(row.upstream.ref)", currentFolder: built.path)
    let fork = try PairArgument(named: "fork=\(row.fork.clone)@\(row.fork.ref)", currentFolder: built.path)
    let request = request(.pair(upstream: upstream, forks: [fork]), built)
    return FamilyRun(analysis: try await Analysis.run(request), folder: built.path)
  }

  private static func request(_ subject: AnalysisRequest.Subject, _ built: BuiltFixture) -> AnalysisRequest {
    AnalysisRequest(subject: subject, currentFolder: built.path, now: now, version: "test")
  }

  /// The landscape without what depends on the machine: its temporary folder and its libgit2.
  func stableLandscape() throws -> Landscape {
    var text = String(decoding: try analysis.landscape.encoded(), as: UTF8.self)
    text = text.replacing(folder, with: "/FAMILY")
    if let version = analysis.landscape.generator.libgit2 {
      text = text.replacing("\"libgit2\" : \"\(version)\"", with: "\"libgit2\" : \"any\"")
      text = text.replacing("libgit2 \(version)", with: "libgit2")
    }
    return try Landscape(decoding: Data(text.utf8))
  }

  /// Every file of the report, as this machine has it.
  func files() throws -> [ReportFile] {
    let lists = analysis.files.map { ForkFiles(family: $0.family, fork: $0.fork, lines: $0.lines) }
    return try ReportFolder.render(landscape: analysis.landscape, files: lists)
  }
}

extension BuiltFixture {
  /// The folder of the clones, without a final slash.
  var path: String {
    let path = url.path(percentEncoded: false)
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}

extension Fixture {
  /// What the case declares; nil where its clones tell by themselves who is upstream.
  func familyFile() throws -> FamilyFile? {
    let file = folder.appending(path: "forkscape.yml")
    guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { return nil }
    return try FamilyFile(text: String(contentsOf: file, encoding: .utf8), file: "forkscape.yml")
  }
}
