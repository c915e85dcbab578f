. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

uuid=d5c2a3e1-1111-4222-8333-944455556666
parts() {
  count=0
  while [ "$count" -lt 110 ]; do
    count=$((count + 1))
    echo "src/part$count.c"
  done
}

repository kiln
at 2006-03-01
every 1728000
as ada "ada@$uuid"
set --
for part in $(parts); do set -- "$@" "$part=$(lines "$part" 12)"; done
commit kiln "Import

git-svn-id: https://svn.example.org/kiln/trunk@1 $uuid" "README.md=A kiln that fires." "$@"
revision=1
for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do
  revision=$((revision + 1))
  case $((number % 3)) in 0) who=ada ;; 1) who=bea ;; *) who=cyd ;; esac
  as "$who" "$who@$uuid"
  commit kiln "Fire part $number

git-svn-id: https://svn.example.org/kiln/trunk@$revision $uuid" "src/part$number.c~s/line 5/fired line 5/"
done

# The fork: the tree as it was, in one commit.
repository kiln-fork
at 2010-05-01
as "Dee Example" dee@example.org
set --
for part in $(parts); do set -- "$@" "$part=$(git -C kiln show "main:$part")"; done
commit kiln-fork "Initial commit" "README.md=A kiln that fires." "$@"
commit kiln-fork "Glaze" "src/glaze.c=$(lines glaze 30)"
commit kiln-fork "Cool slowly" 'src/part2.c~s/line 9/slow line 9/'
