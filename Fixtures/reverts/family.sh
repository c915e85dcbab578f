. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 40)" "src/gauge.c=$(lines gauge 40)"
fork_of engine turbine
as "Tara Example" tara@turbine.example
commit turbine "Spin" "src/spin.c=$(lines spin 20)"
commit turbine "Count turns" "src/count.c=$(lines count 20)"
revert turbine main

# Upstream: one commit undone, one undone and done again, one that stays.
as "Ada Example" ada@example.org
commit engine "Pump in reverse" 'src/pump.c~s/line 4/reversed line 4/'
revert engine main
commit engine "Calibrate" 'src/gauge.c~s/line 4/calibrated line 4/'
calibrate=$(git -C engine rev-parse main)
revert engine main
undone=$(git -C engine rev-parse main)
revert engine "$undone"
commit engine "Prime the pump" 'src/pump.c~s/line 30/primed line 30/'

# The fork takes the first form of "Calibrate".
as "Tara Example" tara@turbine.example
fetch turbine:upstream-now engine:main
pick turbine "$calibrate" -x
git -C turbine update-ref -d refs/heads/upstream-now
