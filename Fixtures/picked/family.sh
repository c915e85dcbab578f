. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Begin" "README.md=# Engine" "src/pump.c=$(lines pump 30)" "src/valve.c=$(lines valve 30)" \
  "src/gauge.c=$(lines gauge 30)"
tag engine v1
fork_of engine turbine
as "Tara Example" tara@turbine.example
commit turbine "Spin" "src/spin.c=$(lines spin 20)" "README.md=# Turbine, a fork of Engine"

as "Ada Example" ada@example.org
commit engine "Oil the pump" 'src/pump.c~s/line 4 /oiled line 4 /'
commit engine "Prime the pump" 'src/pump.c~s/line 20/primed line 20/'
commit engine "Mend the valve" 'src/valve.c~s/line 7 /mended line 7 /'
commit engine "Read the gauge" 'src/gauge.c~s/line 9 /read line 9 /'
commit engine "Polish" "POLISH=$(lines polish 5)"

# The fork picks four of the five, on four days in a row.
at 2020-03-01
as "Tara Example" tara@turbine.example
for commit in main~4 main~3 main~2 main~1; do
  fetch turbine:theirs engine:main
  pick turbine "theirs${commit#main}"
done
git -C turbine update-ref -d refs/heads/theirs
commit turbine "Spin faster" 'src/spin.c~s/line 5 /fast line 5 /'
