. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Everything" "README.md=An engine." "src/pump.c=$(lines pump 10)"
fork_of engine same
fork_of engine next
as "Nia Example" nia@example.org
commit next "One more" "src/next.c=$(lines next 10)"
