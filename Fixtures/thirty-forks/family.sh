. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

# One upstream of 60 commits and thirty forks that borrow its objects. Fork N splits off after upstream commit
# 2N (of 60) and has N % 7 commits of its own: ahead N % 7, behind 60 - 2N.
# All choices come from a small generator with a fixed seed.

# stream NAME SEED FIRST COUNT [PARENT]: a fast-import stream of COUNT commits to main.
stream() {
  awk -v name="$1" -v seed="$2" -v first="$3" -v count="$4" -v parent="${5-}" '
    function random(below) { seed = (seed * 16807) % 2147483647; return seed % below }
    function text(file, commit, out, line) {
      for (line = 1; line <= 20; line++)
        out = out file " line " line (line == random(20) + 1 ? " tuned in " commit : "") "\n"
      return out
    }
    BEGIN {
      print "reset refs/heads/main"
      if (parent != "") print "from " parent
      print ""
      for (number = first; number < first + count; number++) {
        date = 1500000000 + number * 864000 + (name == "upstream" ? 0 : 432000)
        person = "Person " (random(5) + 1) " <person@" name ".example>"
        print "commit refs/heads/main"
        print "mark :" number
        print "committer " person " " date " +0000"
        print "data <<MESSAGE\n" name ": step " number "\nMESSAGE"
        # Upstream works in src/, a fork in a folder of its own and, every third commit, in src/.
        folder = name != "upstream" && number % 3 ? name : "src"
        file = folder "/part" (random(4) + 1) ".c"
        print "M 100644 inline " file
        print "data <<TEXT\n" text(file, name " " number) "TEXT\n"
      }
      print "done"
    }' </dev/null
}

repository upstream
stream upstream 7 1 60 | git -C upstream fast-import --quiet --done --export-marks="$PWD/marks"

number=1
while [ "$number" -le 30 ]; do
  fork=fork-$(printf %02d "$number")
  # By hand instead of `git init`: thirty times faster.
  mkdir -p "$fork/.git/objects/info" "$fork/.git/refs/heads"
  echo "ref: refs/heads/main" >"$fork/.git/HEAD"
  sed "s,upstream/upstream,$fork/upstream," upstream/.git/config >"$fork/.git/config"
  echo ../../../upstream/.git/objects >"$fork/.git/objects/info/alternates"
  parent=$(sed -n "s/^:$((number * 2)) //p" marks)
  if [ $((number % 7)) -eq 0 ]; then
    echo "$parent" >"$fork/.git/refs/heads/main"
  else
    stream "$fork" "$((number * 1009))" "$((number * 2 + 1))" "$((number % 7))" "$parent" |
      git -C "$fork" fast-import --quiet --done
  fi
  number=$((number + 1))
done
rm marks
