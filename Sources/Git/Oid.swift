internal import CLibgit2
internal import GitValues

extension ObjectID {
  /// The id at libgit2's `oid`.
  ///
  /// - Precondition: `oid` is not null.
  @inline(__always)
  init(_ oid: UnsafePointer<git_oid>) {
    self.init(bytes: UnsafeRawPointer(oid))
  }

  /// The id at libgit2's `oid`; zero for a null pointer, which libgit2 gives for no valid handle.
  @inline(__always)
  init(_ oid: UnsafePointer<git_oid>?) {
    if let oid { self.init(oid) } else { self = .zero }
  }

  /// The id that `oid` holds.
  @inline(__always)
  init(_ oid: git_oid) {
    self = withUnsafeBytes(of: oid) { bytes in
      bytes.baseAddress.map { ObjectID(bytes: $0) } ?? .zero
    }
  }
}

extension git_oid {
  /// libgit2's form of `id`.
  @inline(__always)
  init<Kind>(_ id: ObjectID<Kind>) {
    self.init()
    withUnsafeMutableBytes(of: &self) { bytes in
      if let start = bytes.baseAddress { id.store(to: start) }
    }
  }
}
