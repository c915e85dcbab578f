. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Begin" "README.md=# Engine" "src/pump.c=$(lines pump 30)" "src/valve.c=$(lines valve 30)" \
  "src/gauge.c=$(lines gauge 30)" "src/tank.c=$(lines tank 30)"
tag engine v1.0
fork_of engine turbine
as "Tara Example" tara@turbine.example
commit turbine "Turn" "src/turn.c=$(lines turn 30)" 'src/pump.c~s/line 9 /own line 9 /' 'src/valve.c~s/line 9 /own line 9 /' \
  'src/gauge.c~s/line 9 /own line 9 /' 'src/tank.c~s/line 9 /own line 9 /'

as "Ada Example" ada@example.org
commit engine "Pump faster" 'src/pump.c~s/line 3 /fast line 3 /'
commit engine "Close tighter" 'src/valve.c~s/line 4 /tight line 4 /'
commit engine "Show degrees" 'src/gauge.c~s/line 5 /degree line 5 /'
synced=$(git -C engine rev-parse --short=8 main)
commit engine "Fix a leak of the tank" 'src/tank.c~s/line 20 /sealed line 20 /' 'src/pump.c~s/line 25 /sealed line 25 /'
fix=$(git -C engine rev-parse --short=8 main)

# Turbine takes over by hand what engine changed, and says up to where; later it takes one fix more.
as "Tara Example" tara@turbine.example
commit turbine "Update to engine commit $synced" 'src/pump.c~s/line 3 /fast line 3 /' 'src/valve.c~s/line 4 /tight line 4 /' \
  'src/gauge.c~s/line 5 /degree line 5 /'
commit turbine "Merge the fix of the leak, $fix" 'src/tank.c~s/line 20 /sealed line 20 /' 'src/pump.c~s/line 25 /sealed line 25 /'
commit turbine "Turn faster" 'src/turn.c~s/line 3 /fast line 3 /'

as "Ada Example" ada@example.org
commit engine "Log" "src/log.c=$(lines log 9)"
