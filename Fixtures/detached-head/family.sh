. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 10)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
fork_of engine turbine
as "Tara Example" tara@turbine.example
commit turbine "Spin" "src/spin.c=$(lines spin 10)"
commit turbine "Spin faster" 'src/spin.c~s/line 4/fast line 4/'
git -C turbine update-ref --no-deref HEAD "$(git -C turbine rev-parse main~1)"
