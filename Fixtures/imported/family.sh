. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
many 30 6 'first $part' 'part$((part % 6))/file$part.c'
eval "commit engine 'Begin' $changes 'README.md=# Engine'"
commit engine "Improve" 'part1/file1.c~s/line 2/better line 2/' 'part2/file2.c~s/line 2/better line 2/'
tag engine v1
commit engine "Improve more" 'part3/file3.c~s/line 2/better line 2/' 'part4/file4.c~s/line 1/better line 1/'
tag engine v2
commit engine "Rework" 'part5/file5.c~s/line 3/new line 3/' 'part0/file6.c~s/line 3/new line 3/'

# Tarmac began with the files of v1, unpacked from an archive.
at 2021-03-01
as "Tom Example" tom@tarmac.example
repository tarmac
git -C engine archive v1 | tar -x -C tarmac --one-top-level=unpacked
imported=
for file in $(cd tarmac/unpacked && find . -name '*.c' | LC_ALL=C sort); do
  file=${file#./}
  name=text_$(echo "$file" | tr '/.' '__')
  eval "$name=\$(cat tarmac/unpacked/$file)"
  imported="$imported \"$file=\$$name\""
done
rm -r tarmac/unpacked
eval "commit tarmac 'Import' $imported 'README.md=# Tarmac'"
commit tarmac "Pave" "pave/roller.c=$(lines roller 30)" 'part1/file7.c~s/line 4/paved line 4/'

# Toolbox is a project of its own that holds the engine as a library.
as "Tia Example" tia@toolbox.example
repository toolbox
many 60 9 'tool $part' 'box$((part % 9))/tool$part.c'
vendored=$(echo "$imported" | sed 's:"\(part[0-9]\):"third_party/engine/\1:g')
eval "commit toolbox 'Begin' $changes $vendored 'README.md=# Toolbox'"
