internal import CLibgit2

/// Merges of single files in memory, as git's own merge of contents does them.
public enum FileMerge {
  /// Whether both changes of a text fit together.
  ///
  /// - Parameter base: the text that both sides began with; nil where each side brought its own.
  /// - Returns: false where a person would have to decide: two lines at one place, or one of the texts is binary.
  /// - Throws: ``GitError`` where libgit2 cannot compare them.
  public static func isClean(
    base: UnsafeRawBufferPointer?,
    ours: UnsafeRawBufferPointer,
    theirs: UnsafeRawBufferPointer
  ) throws(GitError) -> Bool {
    if base.map(LineCount.isBinary) ?? false || LineCount.isBinary(ours) || LineCount.isBinary(theirs) { return false }
    var (ancestor, our, their) = (try input(base), try input(ours), try input(theirs))
    var options = git_merge_file_options()
    try Libgit2.check(
      git_merge_file_options_init(&options, UInt32(GIT_MERGE_FILE_OPTIONS_VERSION)),
      "prepare",
      "a merge"
    )
    var result = git_merge_file_result()
    let code =
      base == nil
      ? git_merge_file(&result, nil, &our, &their, &options)
      : git_merge_file(&result, &ancestor, &our, &their, &options)
    try Libgit2.check(code, "merge", "two texts")
    defer { git_merge_file_result_free(&result) }
    return result.automergeable != 0
  }

  /// libgit2 reads what it is pointed to during the call only.
  private static func input(_ bytes: UnsafeRawBufferPointer?) throws(GitError) -> git_merge_file_input {
    var input = git_merge_file_input()
    try Libgit2.check(git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION)), "prepare", "a merge")
    input.ptr = bytes?.baseAddress?.assumingMemoryBound(to: CChar.self)
    input.size = bytes?.count ?? 0
    return input
  }
}
