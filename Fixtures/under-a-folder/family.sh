. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
many 24 12 'part $part' 'src$((part % 4))/part$part.c'
eval "commit engine 'Begin' $changes 'README.md=# Engine'"
commit engine "Mend" 'src1/part1.c~s/line 2/mended line 2/' 'src2/part2.c~s/line 2/mended line 2/'
tag engine v1
unpacked=$(git -C engine rev-parse main)
commit engine "Log" "src3/log.c=$(lines log 20)" 'src1/part5.c~s/line 9/logged line 9/'

# Factory keeps the files of v1 in a folder of its own: no common commit. It wrote one of them anew, edited another, left
# one out, and has files of its own.
at 2021-03-01
as "Fay Example" fay@factory.example
repository factory
git -C factory fetch -q --no-tags --no-write-fetch-head ../engine main
tree=$(git -C factory rev-parse "$unpacked^{tree}")
export GIT_INDEX_FILE="$PWD/factory/.git/scratch-index"
git -C factory read-tree --empty
git -C factory read-tree --prefix=third/engine/ "$tree"
tree=$(git -C factory write-tree)
rm "$GIT_INDEX_FILE"
unset GIT_INDEX_FILE
git -C factory update-ref refs/heads/main "$(git -C factory commit-tree -m "Import" "$tree")"
tick
commit factory "Make" "third/engine/src1/part9.c=$(lines "another text" 12)" 'third/engine/src2/part6.c~s/line 3/own line 3/' \
  -third/engine/src3/part7.c "line/belt.c=$(lines belt 30)" "README.md=# Factory"
