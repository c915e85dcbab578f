# Sourced by the other scripts. Sets `root` to the project's folder and gives two functions:
#   need_tools   installs what the build needs and this machine lacks (Debian and Ubuntu, by apt-get; with sudo
#                where the user is not root), saying so in one line; exits 4 with one line where it cannot
#   fail TEXT    prints TEXT on standard error and exits 4
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

fail() {
  echo "forkscape: $*" >&2
  exit 4
}

# Debian packages that the build needs and this machine lacks, each beside the check that finds it.
missing_packages() {
  command -v git >/dev/null || echo git
  command -v pkg-config >/dev/null || echo pkg-config
  pkg-config --exists libgit2 2>/dev/null || echo libgit2-dev
  pkg-config --exists libdeflate 2>/dev/null || echo libdeflate-dev
  pkg-config --exists sqlite3 2>/dev/null || echo libsqlite3-dev
  command -v ctags-universal >/dev/null || ctags --version 2>/dev/null | grep -q Universal || echo universal-ctags
}

apt_install() {
  local as_root=()
  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
    [[ -t 0 ]] || as_root+=(-n) # nobody there to type a password
  fi
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@")
  # The package lists may be absent (fresh container) or old: then refresh them once.
  "${install[@]}" >/dev/null 2>&1 || { "${as_root[@]}" apt-get update -q >/dev/null 2>&1 && "${install[@]}" >/dev/null 2>&1; }
}

need_tools() {
  local missing
  mapfile -t missing < <(missing_packages)
  if [[ ${#missing[@]} -gt 0 ]]; then
    command -v apt-get >/dev/null ||
      fail "please install git, pkg-config, universal-ctags, and libgit2, libdeflate and SQLite with their headers (in Debian: ${missing[*]})"
    echo "forkscape: installing ${missing[*]} (git is read through libgit2 and libdeflate, facts are kept in SQLite, universal-ctags reads headers)…" >&2
    apt_install "${missing[@]}" || fail "could not install them; please run: sudo apt-get install ${missing[*]}"
  fi
  command -v swift >/dev/null || fail "no swift in PATH; please install Swift 6.2 or later: https://www.swift.org/install/"
}
