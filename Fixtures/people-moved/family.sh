. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository pump acme/pump
at 2020-01-10
every 1296000
as "Ada First" ada@acme.example
commit pump "Pump water" "README.md=# Pump
A pump." "src/pump.c=$(lines pump 30)" "src/valve.c=$(lines valve 30)" ".mailmap=Bea Second <bea@home.example> <old@shed.example>"
as "Bea Second" bea@home.example
commit pump "Open the valve" 'src/valve.c~s/line 3/open line 3/'
as "B. Second" bea@home.example
commit pump "Close the valve" 'src/valve.c~s/line 9/closed line 9/'
as "bea" old@shed.example
commit pump "Oil the valve" 'src/valve.c~s/line 12/oiled line 12/'
as "Cy Third" cy@mail.example
commit pump "Pump faster (#4)" 'src/pump.c~s/line 3/fast line 3/'
as "Eve Fourth" eve@home.example
commit pump "Pump longer" 'src/pump.c~s/line 7/long line 7/'
as "dependabot[bot]" 49699333+dependabot[bot]@users.noreply.github.com
commit pump "Bump the gasket" 'src/pump.c~s/line 20/gasket line 20/'
as "Ada First" ada@acme.example
commit pump "Prime the pump" 'src/pump.c~s/line 1 /primed line 1 /'
tag pump v1.0
fork_of pump pump-next

# The company goes on with Ada; Cy helps once.
commit pump "Meter the pump" "src/meter.c=$(lines meter 20)"
as "Cy Third" cy@mail.example
commit pump "Round the meter" 'src/meter.c~s/line 4/rounded line 4/'
as "Ada First" ada@acme.example
commit pump "Bill by the meter" "src/bill.c=$(lines bill 20)"
commit pump "Send the bill" 'src/bill.c~s/line 2/sent line 2/'

# Bea and Cy go on in the fork; Dee is new.
at 2022-02-01
as "Bea Second" bea@home.example
commit pump-next "Take over the pump" 'README.md~1s/.*/# Pump Next/'
commit pump-next "Fix a stall (#1)" 'src/pump.c~s/line 12/steady line 12/'
as "Cy Third" cy@mail.example
commit pump-next "Reverse the pump (#2)" "src/reverse.c=$(lines reverse 25)"
commit pump-next "Brake in reverse (#3)" 'src/reverse.c~s/line 5/braked line 5/'
as "Dee Fifth" dee@ferrum.example
commit pump-next "Seal the valve (#4)" 'src/valve.c~s/line 20/sealed line 20/'
as "Dee Fifth" dee.fifth@ferrum.example
commit pump-next "Seal it twice" 'src/valve.c~s/line 25/sealed line 25/'
tag pump-next v1.1
as "Bea Second" bea@home.example
commit pump-next "Filter the water (#5)" "src/filter.c=$(lines filter 25)"
commit pump-next "Clean the filter" 'src/filter.c~s/line 8/clean line 8/'
commit pump-next "Rest the pump (#6)" 'src/pump.c~s/line 25/rested line 25/'
tag pump-next v1.2
pick pump pump-next:main -x
