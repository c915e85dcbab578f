. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

# release TARGET WORD: thirty files, so that a release differs from the next in many of them.
release() {
  many 30 8 "part \$part of $2" 'src/part$part.c'
  eval "commit \"$1\" \"Release $2\" $changes"
}

repository engine
commit engine "Begin" "README.md=# Engine" "LICENSE=MIT"
release engine 1
tag engine v1
fork_of engine depot
as "Dora Example" dora@depot.example
commit depot "Count what is stored" "src/store.c=$(lines store 20)" "README.md=# Depot, a fork of Engine"

as "Ada Example" ada@example.org
release engine 2
tag engine v2
commit engine "Fix a leak" 'src/part3.c~s/line 2/fixed line 2/'
release engine 3
tag engine v3

# Depot takes in release 3 as one commit of its own: no parent says so.
as "Dora Example" dora@depot.example
release depot 3
commit depot "Store faster" 'src/store.c~s/line 7/fast line 7/'

as "Ada Example" ada@example.org
commit engine "Log errors" 'src/part9.c~s/line 5/logged line 5/'
