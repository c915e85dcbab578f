. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository cleanwing
commit cleanwing "Begin" "README.md=# Cleanwing" "src/fly.c=$(lines fly 30)"
for turn in 1 2 3 4 5 6; do commit cleanwing "Fly better $turn" "src/fly.c~s/line $turn /better line $turn /"; done
tag cleanwing v1.0
fork_of cleanwing betawing
as "Bo Example" bo@betawing.example
commit betawing "Call it Betawing" "README.md=# Betawing"
for turn in 7 8 9; do commit betawing "Fly faster $turn" "src/fly.c~s/line $turn /faster line $turn /"; done
as "Ada Example" ada@example.org
commit cleanwing "Land" "src/land.c=$(lines land 10)"

# Cleanwing gives up its own main line and goes on from Betawing's; the old one is kept aside.
at 2021-01-01
branch cleanwing:old main
fetch cleanwing betawing:main
commit cleanwing "Be Cleanwing again" "README.md=# Cleanwing 2"
for turn in 1 2 3; do
  as "Bo Example" bo@betawing.example
  commit betawing "Glide $turn" "src/glide$turn.c=$(lines glide 10)"
  as "Ada Example" ada@example.org
  merge cleanwing "Merge Betawing" betawing:main
done
as "Bo Example" bo@betawing.example
commit betawing "Dive" "src/dive.c=$(lines dive 10)"
