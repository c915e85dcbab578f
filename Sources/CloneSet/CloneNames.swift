/// Names for a set of clones.
public enum CloneNames {
  /// One clone to be named.
  public struct Request: Hashable, Sendable {
    /// What its address and folder say.
    public let parts: NameParts
    /// A name from the command line or the family file; it is taken as it is.
    public let given: String?

    /// A request of its parts.
    public init(_ parts: NameParts, given: String? = nil) {
      self.parts = parts
      self.given = given
    }
  }

  /// The shown names of `requests`, in their order: the given name, else the shortest of NAME, OWNER/NAME and the path
  /// that no other of the set has. Where two share a form, both take the next. Does not depend on the order.
  public static func shown(_ requests: [Request]) -> [String] {
    let forms = requests.map { request in
      request.given.map { [$0] } ?? [request.parts.name] + (request.parts.fullName.map { [$0] } ?? [])
        + [request.parts.path]
    }
    var level = Array(repeating: 0, count: forms.count)
    while true {
      let shown = forms.indices.map { forms[$0][level[$0]] }
      let uses = Dictionary(shown.map { ($0, 1) }, uniquingKeysWith: +)
      var isStable = true
      for index in forms.indices where uses[shown[index]] != 1 && level[index] + 1 < forms[index].count {
        level[index] += 1
        isStable = false
      }
      if isStable { return shown }
    }
  }

  /// What a name in the family file leads to.
  public enum Match: Hashable, Sendable {
    /// The place in the list.
    case one(Int)
    /// No clone has the name.
    case none
    /// Several clones have it: their places, ascending.
    case several([Int])
  }

  /// The clone that `text`, a name or a path, means among `clones`.
  ///
  /// A path wins over OWNER/NAME, that over NAME.
  ///
  /// - Parameter currentFolder: what a relative path is relative to, absolute.
  public static func match(_ text: String, among clones: [NameParts], currentFolder: String) -> Match {
    func place(_ path: String) -> String {
      let absolute = PathText.absolute(path, in: currentFolder)
      return PathText.resolved(absolute) ?? absolute
    }
    let wanted = place(text)
    let byPath = clones.indices.filter { clones[$0].path == text || place(clones[$0].path) == wanted }
    let byFullName = clones.indices.filter { clones[$0].fullName == text }
    let byName = clones.indices.filter { clones[$0].name == text }
    for found in [byPath, byFullName, byName] where !found.isEmpty {
      return found.count == 1 ? .one(found[0]) : .several(Array(found))
    }
    return .none
  }
}
