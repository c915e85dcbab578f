. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "README.md=An engine that pumps." "src/pump.c=$(lines pump 20)"
commit engine "Read the gauge" "src/gauge.c=$(lines gauge 20)"

# Bea forks it to send two changes back; her main only ever follows.
fork_of engine bea-engine
as "Bea Example" bea@example.org
branch bea-engine:fix-gauge-rounding
commit bea-engine:fix-gauge-rounding "Round the gauge down" 'src/gauge.c~s/line 7/rounded line 7/'
branch bea-engine:add-valve
commit bea-engine:add-valve "Add a valve" "src/valve.c=$(lines valve 12)"
commit bea-engine:add-valve "Test the valve" "tests/valve.c=$(lines test 8)"

# Upstream takes the first by merge; the second waits. Bea's main follows upstream.
as "Ada Example" ada@example.org
merge engine "Merge branch 'fix-gauge-rounding' of bea-engine" bea-engine:fix-gauge-rounding
commit engine "Prime the pump" 'src/pump.c~s/line 2/primed line 2/'
fetch bea-engine engine:main
commit engine "Oil the pump" 'src/pump.c~s/line 15/oiled line 15/'
