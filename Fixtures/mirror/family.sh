. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "README.md=An engine that pumps." "src/pump.c=$(lines pump 12)"
commit engine "Read the gauge" "src/gauge.c=$(lines gauge 12)"
tag engine v1.0

fork_of engine copy
fork_of engine level

commit engine "Close the valve" "src/valve.c=$(lines valve 12)"
commit engine "Quieter pump" 'src/pump.c~s/line 4/quiet line 4/'
fetch level engine:main
