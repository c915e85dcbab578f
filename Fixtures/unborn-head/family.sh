. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 10)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
fork_of engine turbine
as "Tara Example" tara@turbine.example
branch turbine:develop
commit turbine:develop "Spin" "src/spin.c=$(lines spin 10)"
# The default branch was deleted; HEAD still names it.
git -C turbine update-ref -d refs/heads/main
