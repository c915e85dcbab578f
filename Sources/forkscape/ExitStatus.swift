/// The exit codes. A command throws one to end with it, when all has been printed.
enum ExitStatus: Int32, Error {
  /// All is done.
  case done = 0
  /// Findings that the check is to fail at.
  case findings = 1
  /// Wrong usage or configuration.
  case usage = 2
  /// Done, but some input could not be read, a clone could not be made, or a rule of the check has no answer.
  case incomplete = 3
  /// Nothing could be analysed.
  case nothing = 4
}

/// A reason to stop: one line for standard error, and the exit code.
struct Failure: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
