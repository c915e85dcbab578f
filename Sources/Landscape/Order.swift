/// The total orders of those lists of the model that ``Landscape``'s initialiser sorts; the keys after the first only
/// decide ties. It leaves all other lists as they are given, see there.
extension String {
  /// Whether this text comes before `other` by its UTF-8 bytes: an order that no locale and no Unicode version moves.
  public func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

/// One step of an order: below, above, or undecided so that the next key has a say.
enum OrderKey {
  case text(String, String)
  case number(Double, Double)

  /// nil where both sides are equal.
  var isAscending: Bool? {
    switch self {
    case .text(let left, let right): left.utf8.elementsEqual(right.utf8) ? nil : left.precedes(right)
    case .number(let left, let right): left == right ? nil : left < right
    }
  }

  /// Whether the first key that decides says that the left side comes first.
  static func ascending(_ keys: OrderKey...) -> Bool {
    for key in keys {
      if let answer = key.isAscending { return answer }
    }
    return false
  }
}

extension CloneEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .text(left.path, right.path),
      .text(left.name, right.name),
      .text(left.role.rawValue, right.role.rawValue)
    )
  }
}

extension KnownForkEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .text(left.name, right.name),
      .text(left.address ?? "", right.address ?? ""),
      .text(left.source ?? "", right.source ?? "")
    )
  }
}

extension NotAnalysedEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(.text(left.what, right.what), .text(left.reason, right.reason))
  }
}

extension EvidenceEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .number(-abs(left.weight), -abs(right.weight)),
      .text(left.signal, right.signal),
      .text(left.says, right.says),
      .text(left.message, right.message),
      .text(left.text, right.text)
    )
  }
}

extension SyncEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .number(-Double(left.date.seconds), -Double(right.date.seconds)),
      .text(left.forkCommit, right.forkCommit),
      .text(left.kind.rawValue, right.kind.rawValue),
      .text(left.upstreamCommit ?? "", right.upstreamCommit ?? "")
    )
  }
}

extension ReleaseEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .number(-Double(left.date.seconds), -Double(right.date.seconds)),
      .text(left.tag, right.tag),
      .text(left.commit, right.commit)
    )
  }
}

extension AreaEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(.number(-Double(left.lines), -Double(right.lines)), .text(left.path, right.path))
  }
}

extension MergeAreaEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .number(-Double(left.conflictedPaths), -Double(right.conflictedPaths)),
      .text(left.path, right.path)
    )
  }
}

extension MergePathEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .text(left.path, right.path),
      .text(left.forkPath ?? "", right.forkPath ?? ""),
      .text(left.upstreamPath ?? "", right.upstreamPath ?? ""),
      .text(left.cause.rawValue, right.cause.rawValue)
    )
  }
}

extension FolderRenameEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .number(-Double(left.files), -Double(right.files)),
      .text(left.from, right.from),
      .text(left.to, right.to)
    )
  }
}

extension WordEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .number(-abs(left.fork - left.upstream), -abs(right.fork - right.upstream)),
      .text(left.word, right.word)
    )
  }
}

extension ForkEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .text(left.name, right.name),
      .text(left.clone, right.clone),
      .text(left.head?.ref ?? "", right.head?.ref ?? "")
    )
  }
}
