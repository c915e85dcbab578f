. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "README.md=# Engine
Pumps water." "src/pump.c=$(lines pump 30)"
commit engine "Read the gauge" "src/gauge.c=$(lines gauge 30)"

fork_of engine turbine
as "Tara Example" tara@turbine.example
at 2020-06-01
commit turbine "Call it Turbine" "README.md=# Turbine
A fork of Engine that spins."
commit turbine "Spin" "src/spin.c=$(lines spin 30)"
commit turbine "Spin faster" 'src/spin.c~s/line 4/fast line 4/'

fork_of turbine windmill
as "Wim Example" wim@windmill.example
at 2020-09-01
commit windmill "Call it Windmill" "README.md=# Windmill
A fork of Turbine that turns in the wind."
commit windmill "Turn into the wind" "src/wind.c=$(lines wind 30)"

as "Tara Example" tara@turbine.example
at 2020-10-01
commit turbine "Brake" "src/brake.c=$(lines brake 30)"
as "Ada Example" ada@example.org
commit engine "Oil the pump" 'src/pump.c~s/line 20/oiled line 20/'
