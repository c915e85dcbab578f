. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 20)"
fork_of engine turbine

# raw REF: stores what comes on standard input (the lines after `parent`) as a commit on REF, whatever git thinks of it.
raw() {
  parent=$(git -C turbine rev-parse "$1")
  {
    printf 'tree %s\nparent %s\n' "$(git -C turbine rev-parse "$1^{tree}")" "$parent"
    cat
  } | git -C turbine hash-object -t commit -w --stdin --literally >object
  # The ref is written by hand: git itself refuses some of these objects.
  cat object >"turbine/.git/$1"
  rm object
}

# Names in Latin-1, without and with the header that says so; a message with control characters and escapes.
printf 'author Ren\351 Caf\351 <rene@example.org> 1583000000 +0100\ncommitter Ren\351 Caf\351 <rene@example.org> 1583000000 +0100\n\nSp\351cial: Latin-1 without a header\n' |
  raw refs/heads/main
printf 'author J\374rgen <j@example.org> 1583100000 +0100\ncommitter J\374rgen <j@example.org> 1583100000 +0100\nencoding ISO-8859-1\n\nGr\374\337e: Latin-1 with a header\n' |
  raw refs/heads/main
printf 'author A <a@example.org> 1583200000 +0000\ncommitter A <a@example.org> 1583200000 +0000\n\n\033[31mRed\033[0m and a bell \007 and \342\200\256 reversed\r\n\r\n<script>alert(1)</script> | **bold** | [link](javascript:x)\n' |
  raw refs/heads/main

# Dates: the epoch, the far future, zones that no place has, and a date that is no number.
printf 'author A <a@example.org> 0 +0000\ncommitter A <a@example.org> 0 +0000\n\nAt the epoch\n' | raw refs/heads/main
printf 'author A <a@example.org> 4070908800 +0000\ncommitter A <a@example.org> 4070908800 +0000\n\nIn 2099\n' |
  raw refs/heads/main
printf 'author A <a@example.org> 1583400000 -1200\ncommitter A <a@example.org> 1583400000 +9999\n\nOdd zones\n' |
  raw refs/heads/main
branch turbine:no-date
printf 'author A <a@example.org> yesterday\ncommitter <> \n\nNo date at all\n' | raw refs/heads/no-date

# Paths: Latin-1 bytes, a newline and pipes, a leading dash and quotes, Markdown and a right-to-left mark.
at 2020-03-06
{
  printf 'commit refs/heads/main\ncommitter Ada Example <ada@example.org> %s +0000\ndata 9\nOdd paths\n' "$clock"
  echo "from $(git -C turbine rev-parse main)"
  for path in 'caf\351.c' 'line\nbreak | pipe.c' '-rf \"quoted\" \\ back.c' '<b>**bold**</b> `code`.md' \
    'evil\342\200\256c.txt' 'tab\there.c'; do
    printf '%s\n' "M 100644 inline \"$path\"" "data 4" "odd" ""
  done
  echo done
} | git -C turbine fast-import --quiet --done

# Names of refs with Markdown, HTML, a right-to-left mark and Latin-1.
for name in '<b>bold</b>' '__bold__|pipe' '`code`' '$(echo)' "$(printf 'rtl-\342\200\256txt')" "$(printf 'caf\351')"; do
  git -C turbine update-ref "refs/heads/odd/$name" main
done

# Tags: without tagger, nested, of a tree, with a name full of marks.
no_tagger() { printf 'object %s\ntype %s\ntag %s\n\n%s\n' "$1" "$2" "$3" "$3" | git -C turbine hash-object -t tag -w --stdin --literally; }
one=$(no_tagger "$(git -C turbine rev-parse main)" commit no-tagger)
git -C turbine update-ref refs/tags/no-tagger "$one"
git -C turbine update-ref refs/tags/nested "$(no_tagger "$one" tag nested)"
git -C turbine update-ref refs/tags/of-a-tree "$(no_tagger "$(git -C turbine rev-parse 'main^{tree}')" tree of-a-tree)"
git -C turbine update-ref refs/tags/plain-blob "$(git -C turbine rev-parse main:src/pump.c)"
git -C turbine update-ref 'refs/tags/v1.0"><img>' main
