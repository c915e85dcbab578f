. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

# release TARGET WORD [SCRIPT]: thirty files in six folders, each laid out by a sed script.
release() {
  many 30 8 "part \$part of $2" 'src$((part % 6))/part$part.c' "${3-}"
  eval "commit \"$1\" \"Release $2\" $changes"
}
indented='s/^/    /;s/ line / { line, /'
windows='s/$/\r/'

repository engine
commit engine "Begin" "README.md=# Engine" "LICENSE=MIT"
release engine 1
tag engine v1

# Asphalt split off at v1 and indented all files.
fork_of engine asphalt
as "Ana Example" ana@asphalt.example
release asphalt 1 "$indented"
commit asphalt "Roll" "roll/roller.c=$(lines roller 30)" "README.md=# Asphalt, a fork of Engine"

as "Ada Example" ada@example.org
release engine 2
tag engine v2
commit engine "Fix a leak" 'src3/part3.c~s/line 2/fixed line 2/'
release engine 3
tag engine v3

# Asphalt takes in release 3, indented as all of its files: no parent and no content says so.
as "Ana Example" ana@asphalt.example
release asphalt 3 "$indented"
commit asphalt "Roll faster" 'roll/roller.c~s/line 7/fast line 7/' 'src1/part1.c~s/line, 2/own line, 2/'

# Tarmac began with the files of v2 as an editor on another system had saved them.
at 2021-03-01
as "Tom Example" tom@tarmac.example
repository tarmac
release tarmac 2 "$windows"
commit tarmac "Pave" "pave/roller.c=$(lines paver 30)" "README.md=# Tarmac" 'src2/part2.c~s/line 4/paved line 4/'

as "Ada Example" ada@example.org
commit engine "Log errors" 'src3/part9.c~s/line 5/logged line 5/'

# Toolbox has files of the same names, of its own.
as "Tia Example" tia@toolbox.example
repository toolbox
many 30 9 'tool $part' 'src$((part % 6))/part$part.c'
eval "commit toolbox 'Begin' $changes 'README.md=# Toolbox'"
