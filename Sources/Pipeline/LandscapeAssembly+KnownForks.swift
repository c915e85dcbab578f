import CloneSet
import Landscape

extension LandscapeAssembly {
  /// Forks of the family of `root` that the family file names and no clone here is. None where a pair was named outright:
  /// then the others were not asked for.
  func knownForks(_ root: Int) -> [KnownForkEntry] {
    guard case .folders = request.subject else { return [] }
    let participants = intake.participants.map(\.clone.nameParts)
    let here = participants + intake.unusable.map(\.nameParts)
    func match(_ text: String, _ clones: [NameParts]) -> CloneNames.Match {
      CloneNames.match(text, among: clones, currentFolder: request.currentFolder)
    }
    let families = (request.familyFile?.families ?? []).filter { family in
      family.upstream.map { match($0.clone, participants) } == .one(root)
    }
    let unknown = families.flatMap(\.forks).filter { fork in fork.clone.map { match($0, here) == .none } ?? true }
    return unknown.map { fork in
      KnownForkEntry(
        name: fork.name,
        isClosed: fork.isClosed,
        track: fork.track.flatMap { TrackVerdict(rawValue: $0.rawValue) },
        address: fork.address,
        source: fork.source
      )
    }
  }
}
