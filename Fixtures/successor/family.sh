. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
at 2018-01-10
commit engine "Pump water" "README.md=# Engine
An engine that pumps water." "src/pump.c=$(lines pump 30)" "src/gauge.c=$(lines gauge 30)"
every 2592000
commit engine "Calibrate the gauge" 'src/gauge.c~s/line 3/calibrated line 3/'
commit engine "Pump faster" 'src/pump.c~s/line 3/fast line 3/'
commit engine "Handle dry wells" 'src/pump.c~s/line 12/dry line 12/'
tag engine v1.0
fork_of engine engine-ng
commit engine "This project is no longer maintained" "README.md=# Engine
This project is no longer maintained. Please use a fork."

# The community goes on with the same work, in the same files.
at 2019-03-01
as "Cleo Keeper" cleo@community.example
commit engine-ng "Take over maintenance" 'README.md~1s/.*/# Engine NG/'
commit engine-ng "Fix overflow in the gauge" 'src/gauge.c~s/line 20/checked line 20/'
as "Ivo Keeper" ivo@community.example
commit engine-ng "Fix a stall of the pump" 'src/pump.c~s/line 8/steady line 8/'
commit engine-ng "Pump in reverse" "src/pump.c+=$(lines reverse 6)"
tag engine-ng v1.1
as "Cleo Keeper" cleo@community.example
commit engine-ng "Gauge in metric units" 'src/gauge.c~s/line 5/metric line 5/'
commit engine-ng "Fix dry wells for good" 'src/pump.c~s/dry line 12/never dry line 12/'
tag engine-ng v1.2
