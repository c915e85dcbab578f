public import CloneSet

/// Profiles that come with the program, and those that a person declares.
public enum Profiles {
  /// The built-in ones: profiles of a family file, one for each sort of code base. Order: most specific first.
  ///
  /// - Throws: `FamilyFileError` where one cannot be read; tests hold that none is.
  public static func builtIn() throws(FamilyFileError) -> [SurfaceProfile] {
    let files: [(name: String, bytes: [UInt8])] = [
      ("postgresql", PackageResources.postgresql_yml), ("mysql", PackageResources.mysql_yml),
      ("redis", PackageResources.redis_yml), ("bitcoin", PackageResources.bitcoin_yml),
      ("nginx", PackageResources.nginx_yml), ("micropython", PackageResources.micropython_yml),
      ("jvm", PackageResources.jvm_yml),
      ("go-module", PackageResources.go_module_yml), ("python-package", PackageResources.python_package_yml),
      ("rust-crate", PackageResources.rust_crate_yml), ("dotnet", PackageResources.dotnet_yml),
      ("node-package", PackageResources.node_package_yml), ("c-library", PackageResources.c_library_yml),
      ("generic", PackageResources.generic_yml),
    ]
    var profiles: [SurfaceProfile] = []
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      profiles += try FamilyFile(text: text, file: "\(file.name).yml").profiles
    }
    return profiles
  }
}

/// Finds the profile of a code base, and puts together the surfaces that it and what it extends have.
struct ProfileChoice {
  /// A person's first, then the built-in ones.
  let profiles: [SurfaceProfile]

  init(declared: [SurfaceProfile], builtIn: [SurfaceProfile]) {
    let names = Set(declared.map(\.name))
    profiles = declared + builtIn.filter { !names.contains($0.name) }
  }

  /// The first profile all of whose signs `paths` show; of those of a language, the one whose signs most of the files
  /// bear: a few scripts in another language make no other code base. nil where there is no profile at all.
  ///
  /// - Parameter holds: whether the file at a place of `paths` holds a text.
  func profile(of paths: [PathParts], holds: (Int, String) throws -> Bool) rethrows -> SurfaceProfile? {
    var language: (profile: SurfaceProfile, files: Int)?
    for profile in profiles where !profile.detect.isEmpty {
      guard try profile.detect.allSatisfy({ try isShown($0, paths, holds) }) else { continue }
      if !profile.isLanguage { return profile }
      let choices = profile.detect.map { PathChoice(files: $0.files, exclude: $0.exclude) }
      let files = paths.count { path in choices.contains { $0.contains(path) } }
      if files > language?.files ?? 0 { language = (profile, files) }
    }
    return language?.profile ?? profiles.first { $0.name == "generic" }
  }

  private func isShown(
    _ sign: SurfaceProfile.Sign,
    _ paths: [PathParts],
    _ holds: (Int, String) throws -> Bool
  ) rethrows -> Bool {
    let choice = PathChoice(files: sign.files, exclude: sign.exclude)
    for (place, path) in paths.enumerated() where choice.contains(path) {
      guard let text = sign.contains else { return true }
      if try holds(place, text) { return true }
    }
    return false
  }

  /// The profile's own surfaces, then those of what it extends under names of their own. A profile that extends itself
  /// in a circle adds nothing more.
  func surfaces(of profile: SurfaceProfile) -> [SurfaceDeclaration] {
    var seen: Set<String> = []
    var names: Set<String> = []
    var surfaces: [SurfaceDeclaration] = []
    func add(_ profile: SurfaceProfile) {
      guard seen.insert(profile.name).inserted else { return }
      surfaces += profile.surfaces.filter { names.insert($0.name).inserted }
      for name in profile.extends {
        if let other = profiles.first(where: { $0.name == name }) { add(other) }
      }
    }
    add(profile)
    return surfaces
  }

  /// Names in `extends` that no profile has.
  var unknownNames: [String] {
    let known = Set(profiles.map(\.name))
    return profiles.flatMap(\.extends).filter { !known.contains($0) }
  }
}
