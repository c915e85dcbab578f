. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 10)"
fork_of engine turbine
commit turbine "Spin" "src/spin.c=$(lines spin 10)"
repository empty
