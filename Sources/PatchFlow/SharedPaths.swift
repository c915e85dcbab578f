import GitValues

/// Gives commits the paths that both sides share, each path looked up once.
struct SharedPaths {
  private let paths: PathTable
  private let shared: (RepoPath) -> RepoPath
  private var known: [Int32: (shared: Int32, isBoilerplate: Bool)] = [:]

  /// - Parameter shared: the path that both sides know for one of the commits' side.
  init(_ paths: PathTable, _ shared: @escaping (RepoPath) -> RepoPath) {
    (self.paths, self.shared) = (paths, shared)
  }

  mutating func map(_ record: inout CommitRecord) {
    let files = record.files.map { file in
      if let path = known[file.path] { return path }
      let path = paths.path(file.path)
      let found = (shared: paths.intern(shared(path)), isBoilerplate: Boilerplate.contains(path))
      known[file.path] = found
      return found
    }
    record.mappedPaths = files.map(\.shared)
    record.isBoilerplate = files.allSatisfy(\.isBoilerplate)
  }
}
