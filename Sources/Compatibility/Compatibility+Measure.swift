public import CloneSet
import Git
public import GitValues

/// The trees of a fork and its upstream, and what is known of their files.
public struct SurfaceTrees: Sendable {
  /// The three trees.
  public let trees: ThreeSides<TreeID>
  /// Where files of the base went in the line.
  public let lineMoves: Moves
  /// Where they went in the fork.
  public let forkMoves: Moves

  /// Trees of their parts.
  public init(trees: ThreeSides<TreeID>, lineMoves: Moves, forkMoves: Moves) {
    (self.trees, self.lineMoves, self.forkMoves) = (trees, lineMoves, forkMoves)
  }
}

/// With what surfaces are read.
public struct SurfaceMeans: Sendable {
  /// Object folders of the clones, the upstream's first.
  public let stores: [String]
  /// How many threads may work at once.
  public let workers: Int
  /// What the family's contents hold.
  public let extractions: Extractions
  /// Profiles that a person declared.
  public let declared: [SurfaceProfile]
  /// Finds definitions in sources; nil where the program is not installed.
  public let ctags: Ctags?
  /// Called with steps and their duration.
  public let timed: @Sendable (_ step: String, _ milliseconds: Int) -> Void

  /// Means of their parts.
  public init(
    stores: [String],
    workers: Int,
    extractions: Extractions,
    declared: [SurfaceProfile],
    ctags: Ctags?,
    timed: @escaping @Sendable (_ step: String, _ milliseconds: Int) -> Void
  ) {
    (self.stores, self.workers, self.extractions) = (stores, workers, extractions)
    (self.declared, self.ctags, self.timed) = (declared, ctags, timed)
  }
}

extension Compatibility {
  /// Compares the surfaces of three trees.
  ///
  /// - Throws: `GitError` where a tree cannot be read, `FamilyFileError` where a built-in profile is none.
  public static func measure(_ pair: SurfaceTrees, _ means: SurfaceMeans) async throws -> Compatibility {
    let clock = ContinuousClock()
    var last = clock.now
    func step(_ name: String) {
      let now = clock.now
      means.timed(name, Int((now - last) / .milliseconds(1)))
      last = now
    }
    let objects = try ObjectDatabase(objectFolders: means.stores)
    let files = try pair.trees.map { tree in try listing(of: tree, objects) }
    let choice = ProfileChoice(declared: means.declared, builtIn: try Profiles.builtIn())
    let profile = try choice.profile(of: files.base.map { PathParts($0.path) }) { place, text in
      let sign = SurfaceExtractor.sign(text)
      return try objects.withBlob(files.base[place].blob, limit: SurfaceExtractor.sizeLimit) { bytes in
        sign.refusal(Array(bytes)) == nil
      }
    }
    guard let profile else { return Compatibility(profile: "none", surfaces: [], gaps: []) }
    let extractors = try choice.surfaces(of: profile).map(SurfaceExtractor.init)
    let chosen = choose(files, extractors)
    step("surfaces: files")
    let reading = SurfaceReading(means: means)
    let (contents, gaps) = try await reading.read(zip(extractors, chosen).map { ($0, $1) })
    step("surfaces: contents")
    let places = Array(extractors.indices)
    let results = try await concurrentMap(places, workers: means.workers) { place in
      compare(extractors[place].declaration, chosen[place], contents[place], pair)
    }
    step("surfaces: comparison")
    return Compatibility(profile: profile.name, surfaces: results.compactMap { $0 }, gaps: gaps.sorted())
  }

  /// Regular files of a tree. Order: as in the tree.
  private static func listing(of tree: TreeID, _ objects: ObjectDatabase) throws -> [SurfaceFile] {
    let reader = TreeReader(objects)
    var files: [SurfaceFile] = []
    try reader.files(of: tree) { path, state in
      if state.mode.isRegular { files.append(SurfaceFile(path: reader.paths.path(path), blob: state.blob)) }
    }
    return files
  }

  /// For each surface its files in each tree; a path is judged once.
  private static func choose(
    _ files: ThreeSides<[SurfaceFile]>,
    _ extractors: [SurfaceExtractor]
  ) -> [ThreeSides<[SurfaceFile]>] {
    let choices = extractors.map { PathChoice(files: $0.declaration.files, exclude: $0.declaration.exclude) }
    var known: [RepoPath: [Int]] = [:]
    var chosen = extractors.map { _ in ThreeSides<[SurfaceFile]>(base: [], line: [], fork: []) }
    for side in Side.allCases {
      for file in files[side] {
        let places: [Int]
        if let judged = known[file.path] {
          places = judged
        } else {
          let parts = PathParts(file.path)
          places = choices.indices.filter { choices[$0].contains(parts) }
          known[file.path] = places
        }
        for place in places { chosen[place][side].append(file) }
      }
    }
    return chosen
  }
}

extension SurfaceExtractor {
  /// One that only asks whether a file holds `text`.
  static func sign(_ text: String) -> ContentSign { ContentSign(text: Array(text.utf8)) }

  /// A text that shows of what sort a file is.
  struct ContentSign {
    let text: [UInt8]
    func refusal(_ bytes: [UInt8]) -> Extraction? { SurfaceExtractor.holds(bytes, text) ? nil : .other }
  }
}
