. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

# The same thirty commits in both, in `filtered` without the one large file that a filter took out of the history.
repository engine
repository filtered
grow() {
  at 2020-02-01
  number=0
  while [ "$number" -lt 30 ]; do
    number=$((number + 1))
    commit "$1" "Add part $number" "src/part$number.c=$(lines "part $number" 5)" ${2+"$2"}
  done
}
grow engine "film.bin=$(lines film 40)"
grow filtered

at 2020-06-01
as "Fay Example" fay@filtered.example
commit filtered "Add a filter" "src/filter.c=$(lines filter 12)"
as "Ada Example" ada@example.org
commit engine "Add a valve" "src/valve.c=$(lines valve 12)"
