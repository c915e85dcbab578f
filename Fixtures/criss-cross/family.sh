. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)" "src/gauge.c=$(lines gauge 30)"
fork_of engine turbine
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
as "Tara Example" tara@turbine.example
commit turbine "Calibrate" 'src/gauge.c~s/line 4/calibrated line 4/'

# Each merges the other's commit of before: two best common ancestors, neither better than the other.
branch turbine:before-merge
merge turbine "Merge engine" engine:main
as "Ada Example" ada@example.org
merge engine "Merge turbine" turbine:before-merge
git -C turbine update-ref -d refs/heads/before-merge

commit engine "Prime the pump" 'src/pump.c~s/line 20/primed line 20/'
as "Tara Example" tara@turbine.example
commit turbine "Spin" "src/spin.c=$(lines spin 20)"
commit turbine "Metric gauge" 'src/gauge.c~s/line 20/metric line 20/'
