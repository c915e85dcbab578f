. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "README.md=# Engine" "LICENSE=MIT" "src/pump.c=$(lines pump 40)" "src/gauge.c=$(lines gauge 40)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
commit engine "Calibrate" 'src/gauge.c~s/line 4/calibrated line 4/'

# Written from scratch by others: the same file names and licence, other content.
repository pumpster
as "Pam Example" pam@pumpster.example
commit pumpster "Pump, written anew" "README.md=# Pumpster
A clean-room engine." "LICENSE=MIT" "src/pump.c=$(lines piston 40)" "src/gauge.c=$(lines dial 40)"
commit pumpster "Faster piston" 'src/pump.c~s/line 9/fast line 9/'
