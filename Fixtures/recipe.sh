# Words for writing small git histories that have the same ids on every run and every machine.
#
# A recipe is run as `sh family.sh DEST` and starts with
#     . "${RECIPES:-$(dirname "$0")/../recipe.sh}"
# From there on the current folder is DEST, and a clone is named by its folder.
# TARGET below is CLONE or CLONE:BRANCH (main unless said); SOURCE is a revision of the same clone or CLONE:BRANCH.

set -eu
umask 022

# Nothing of the machine reaches git: no configuration, no templates, no hooks, no clock, no locale.
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_TEMPLATE_DIR= HOME=/nonexistent TZ=UTC LC_ALL=C
export XDG_CONFIG_HOME=/nonexistent GIT_TERMINAL_PROMPT=0
export GIT_CONFIG_COUNT=4
export GIT_CONFIG_KEY_0=protocol.file.allow GIT_CONFIG_VALUE_0=always
export GIT_CONFIG_KEY_1=gc.auto GIT_CONFIG_VALUE_1=0
export GIT_CONFIG_KEY_2=core.logAllRefUpdates GIT_CONFIG_VALUE_2=false
export GIT_CONFIG_KEY_3=advice.detachedHead GIT_CONFIG_VALUE_3=false

mkdir -p "${1:?usage: sh family.sh DEST}"
cd "$1"

# ---- who and when ----

# as NAME EMAIL: the author and committer of what follows.
as() {
  author_name=$1
  author_email=$2
  export_identity
}

# at YYYY-MM-DD: sets the clock to noon of that day.
at() {
  clock=$(($(days_since_1970 "$1") * 86400 + 43200))
  export_identity
}

# every SECONDS: how far the clock moves with each commit and tag.
every() { step=$1; }

tick() {
  clock=$((clock + step))
  export_identity
}

export_identity() {
  export GIT_AUTHOR_NAME="$author_name" GIT_AUTHOR_EMAIL="$author_email" GIT_AUTHOR_DATE="$clock +0000"
  export GIT_COMMITTER_NAME="$author_name" GIT_COMMITTER_EMAIL="$author_email" GIT_COMMITTER_DATE="$clock +0000"
}

days_since_1970() {
  year=${1%%-*} month=${1#*-} day=${1##*-}
  month=${month%%-*}
  month=${month#0} day=${day#0}
  [ "$month" -gt 2 ] || { year=$((year - 1)) month=$((month + 12)); }
  echo $((365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 719469))
}

clock=0 step=86400 author_name='Ada Example' author_email=ada@example.org
at 2020-01-01

# ---- clones and refs ----

# repository NAME [OWNER/NAME]: an empty clone whose origin is https://example.org/OWNER/NAME (OWNER: NAME itself).
repository() {
  git init -q -b main "$1"
  printf '[remote "origin"]\n\turl = https://example.org/%s\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n' \
    "${2:-$1/$1}" >>"$1/.git/config"
}

# fork_of UPSTREAM NAME [BRANCH]: a new clone with UPSTREAM's branch (as its main) and all its tags.
fork_of() {
  repository "$2"
  git -C "$2" fetch -q --tags --update-head-ok --no-write-fetch-head "../$1" "refs/heads/${3:-main}:refs/heads/main"
}

# fetch TARGET SOURCE: makes TARGET's branch what SOURCE is, as `git fetch` with a refspec would.
fetch() {
  locate "$1"
  fetched=$(resolve "$2")
  git -C "$clone" update-ref "$ref" "$fetched"
}

# branch TARGET [SOURCE]: a new branch at SOURCE (main unless said).
branch() { fetch "$1" "${2:-main}"; }

# tag CLONE NAME [REVISION]: an annotated tag.
tag() {
  git -C "$1" tag -a -m "$2" "$2" "${3:-main}"
  tick
}

# locate TARGET: sets $clone and $ref.
locate() {
  clone=${1%%:*}
  case $1 in
    *:*) ref=refs/heads/${1#*:} ;;
    *) ref=refs/heads/main ;;
  esac
}

# resolve SOURCE: prints its commit id, after bringing its objects into $clone.
resolve() {
  case $1 in
    *:*)
      git -C "$clone" fetch -q --no-tags --no-write-fetch-head "../${1%%:*}" "refs/heads/${1#*:}"
      git -C "${1%%:*}" rev-parse --verify "refs/heads/${1#*:}^0"
      ;;
    *) git -C "$clone" rev-parse --verify "$1^0" ;;
  esac
}

# ---- commits ----

# commit TARGET SUBJECT CHANGE…: one commit. A CHANGE is one of
#   path=text    the file's whole text        path+=text    lines added at its end
#   path~script  edited by a sed script       old>new       a file or folder renamed
#   -path        a file or folder deleted
commit() {
  locate "$1"
  commit_subject=$2
  shift 2
  write_commit '' "$@"
}

# merge_as TARGET SOURCE SUBJECT CHANGE…: a merge whose result is TARGET's tree with the changes: a merge by hand.
merge_as() {
  locate "$1"
  merged=$(resolve "$2")
  commit_subject=$3
  shift 3
  write_commit "$merged" "$@"
}

# merge TARGET SUBJECT SOURCE…: a clean merge of one or more sources (more: an octopus); a conflict ends the recipe.
merge() {
  locate "$1"
  commit_subject=$2
  shift 2
  ours=$(git -C "$clone" rev-parse --verify "$ref^0")
  result=$ours
  parents="-p $ours"
  for source; do
    theirs=$(resolve "$source")
    tree=$(git -C "$clone" merge-tree --write-tree --allow-unrelated-histories "$result" "$theirs")
    result=$(git -C "$clone" commit-tree -p "$result" -p "$theirs" -m step "$tree")
    parents="$parents -p $theirs"
  done
  # shellcheck disable=SC2086
  git -C "$clone" update-ref "$ref" "$(git -C "$clone" commit-tree $parents -m "$commit_subject" "$tree")"
  tick
}

# merge_keeping TARGET SUBJECT SOURCE PATH…: a merge of SOURCE in which the PATHs, and all that only TARGET changed, are as
# TARGET has them.
merge_keeping() {
  locate "$1"
  commit_subject=$2
  theirs=$(resolve "$3")
  shift 3
  ours=$(git -C "$clone" rev-parse --verify "$ref^0")
  index=$(cd "$clone" && pwd)/merge-index
  GIT_INDEX_FILE=$index git -C "$clone" read-tree "$theirs"
  for path in $(git -C "$clone" diff --name-only "$(git -C "$clone" merge-base "$ours" "$theirs")" "$ours") "$@"; do
    entry=$(git -C "$clone" rev-parse "$ours:$path")
    GIT_INDEX_FILE=$index git -C "$clone" update-index --add --cacheinfo "100644,$entry,$path"
  done
  tree=$(GIT_INDEX_FILE=$index git -C "$clone" write-tree)
  rm "$index"
  git -C "$clone" update-ref "$ref" "$(git -C "$clone" commit-tree -p "$ours" -p "$theirs" -m "$commit_subject" "$tree")"
  tick
}

# pick TARGET SOURCE [NOTE]: a cherry-pick that keeps author, author date and message; NOTE is added as a last paragraph,
# and `-x` as NOTE says where it came from, as git does.
pick() {
  locate "$1"
  picked=$(resolve "$2")
  note=${3-}
  [ "$note" != -x ] || note="(cherry picked from commit $picked)"
  apply_patch "$picked" ''
  picked_message=$(git -C "$clone" log -1 --format=%B "$picked")
  [ -z "$note" ] || picked_message=$(printf '%s\n\n%s' "$picked_message" "$note")
  store_patched "$picked_message" "$(git -C "$clone" log -1 --format=%an "$picked")" \
    "$(git -C "$clone" log -1 --format=%ae "$picked")" "$(git -C "$clone" log -1 --date=raw --format=%ad "$picked")"
}

# revert TARGET REVISION: undoes a commit, with the message that git writes.
revert() {
  locate "$1"
  reverted=$(resolve "$2")
  apply_patch "$reverted" -R
  store_patched "$(printf 'Revert "%s"\n\nThis reverts commit %s.' \
    "$(git -C "$clone" log -1 --format=%s "$reverted")" "$reverted")" \
    "$author_name" "$author_email" "$clock +0000"
}

# subtree TARGET SOURCE FOLDER SUBJECT: merges another root's history into a folder, as `git subtree add` does.
subtree() {
  locate "$1"
  grafted=$(resolve "$2")
  scratch=$PWD/$clone/.git/scratch-index
  GIT_INDEX_FILE=$scratch git -C "$clone" read-tree "$ref"
  GIT_INDEX_FILE=$scratch git -C "$clone" read-tree --prefix="$3/" "$grafted"
  tree=$(GIT_INDEX_FILE=$scratch git -C "$clone" write-tree)
  rm -f "$scratch"
  git -C "$clone" update-ref "$ref" "$(git -C "$clone" commit-tree -p "$ref" -p "$grafted" -m "$4" "$tree")"
  tick
}

# lines WORD COUNT: filler text, COUNT different lines about WORD.
lines() {
  number=0
  while [ "$number" -lt "$2" ]; do
    number=$((number + 1))
    echo "$1 line $number of $2"
  done
}

# many COUNT LINES TEXT PATH [SCRIPT]: sets $changes to COUNT new files as quoted CHANGEs, each with LINES lines about TEXT,
# edited by a sed script; in TEXT and PATH, $part stands for the file's number. Use: eval "commit TARGET SUBJECT $changes".
many() {
  part=0 changes=
  while [ "$part" -lt "$1" ]; do
    part=$((part + 1))
    eval "text$part=\$(lines \"$3\" \"$2\" | sed \"\${5-}\") changes=\"\$changes \\\"$4=\\\$text$part\\\"\""
  done
}

apply_patch() {
  scratch=$PWD/$clone/.git/scratch-index
  git -C "$clone" rev-parse --verify -q "$ref^0" >/dev/null
  GIT_INDEX_FILE=$scratch git -C "$clone" read-tree "$ref"
  git -C "$clone" diff-tree -p --binary --full-index "$1^" "$1" >"$clone/.git/scratch-patch"
  # shellcheck disable=SC2086
  GIT_INDEX_FILE=$scratch git -C "$clone" apply --cached $2 "$PWD/$clone/.git/scratch-patch"
  tree=$(GIT_INDEX_FILE=$scratch git -C "$clone" write-tree)
  rm -f "$scratch" "$clone/.git/scratch-patch"
}

store_patched() {
  result=$(GIT_AUTHOR_NAME=$2 GIT_AUTHOR_EMAIL=$3 GIT_AUTHOR_DATE=$4 \
    git -C "$clone" commit-tree -p "$ref" -m "$1" "$tree")
  git -C "$clone" update-ref "$ref" "$result"
  tick
}

# write_commit SECOND_PARENT CHANGE…: one commit on $ref by fast-import; `--done` makes a half-written stream an error.
write_commit() {
  second=$1
  shift
  parent=$(git -C "$clone" rev-parse -q --verify "$ref^0" || :)
  (
    set -e
    echo "commit $ref"
    echo "author $author_name <$author_email> $clock +0000"
    echo "committer $author_name <$author_email> $clock +0000"
    printf 'data <<MESSAGE\n%s\nMESSAGE\n' "$commit_subject"
    [ -z "$parent" ] || echo "from $parent"
    [ -z "$second" ] || echo "merge $second"
    for change; do write_change "$change"; done
    echo
    echo done
  ) | git -C "$clone" fast-import --quiet --done
  tick
}

write_change() {
  path=${1%%[=~>]*}
  text=${1#"$path"}
  text=${text#?}
  case $1 in
    -*) echo "D ${1#-}" ;;
    "$path"'>'*) echo "R ${path%/} ${text%/}" ;;
    "$path"'~'*)
      before=$(show "$path")
      after=$(printf "%s\n" "$before" | sed "$text")
      [ "$before" != "$after" ] || { echo "edits nothing: $1" >&2 && exit 2; }
      write_file "$path" "$after"
      ;;
    "${path%+}"+=*)
      before=$(show "${path%+}")
      write_file "${path%+}" "$(printf '%s\n%s' "$before" "$text")"
      ;;
    "$path"=*) write_file "$path" "$text" ;;
    *) echo "unknown change: $1" >&2 && exit 2 ;;
  esac
}

write_file() { printf 'M 100644 inline %s\ndata <<FILE_TEXT\n%s\nFILE_TEXT\n' "$1" "$2"; }
show() { git -C "$clone" cat-file blob "$parent:$1"; }
