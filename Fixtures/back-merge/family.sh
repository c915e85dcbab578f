. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)" "src/gauge.c=$(lines gauge 30)"
commit engine "The last common commit" 'src/pump.c~s/line 2/common line 2/'
tag engine fork-point
fork_of engine turbine

as "Tara Example" tara@turbine.example
at 2020-03-01
commit turbine "Spin" "src/spin.c=$(lines spin 30)"
commit turbine "Spin faster" 'src/spin.c~s/line 9/fast line 9/'
as "Ada Example" ada@example.org
commit engine "Oil the pump" 'src/pump.c~s/line 20/oiled line 20/'

# Upstream merges the fork's work back: the merge base moves to the fork's second commit.
at 2020-04-01
merge engine "Merge turbine" turbine:main
commit engine "Calibrate" 'src/gauge.c~s/line 4/calibrated line 4/'
as "Tara Example" tara@turbine.example
at 2020-05-01
commit turbine "Brake" "src/brake.c=$(lines brake 30)"
