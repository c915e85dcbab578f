. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" README.md='# Engine' "src/pump.c=$(lines pump 30)" "src/gauge.c=$(lines gauge 30)" \
  "src/valve.c=$(lines valve 30)" "src/lamp.c=$(lines lamp 30)"
fork_of engine turbine

as "Tara Example" tara@turbine.example
at 2020-02-01
commit turbine "Spin" README.md='# Turbine\n\nA fork of engine.' "src/spin.c=$(lines spin 30)" 'src/pump.c~s/line 3 /quick line 3 /'

as "Ada Example" ada@example.org
at 2020-03-01
commit engine "Pump and gauge finely" 'src/pump.c~s/line 3 /fine line 3 /' 'src/gauge.c~s/line 5 /fine line 5 /'
commit engine "Close the valve slowly" 'src/valve.c~s/line 7 /slow line 7 /'
commit engine "Light the lamp" 'src/lamp.c~s/line 9 /bright line 9 /'

# The pump clashes; whoever merges takes all of the first commit's files as they were, and the lamp's too. Upstream puts
# the lamp out again later, so that nothing is lost there.
as "Tara Example" tara@turbine.example
at 2020-04-01
merge_keeping turbine "Merge engine" engine:main src/pump.c src/gauge.c src/lamp.c
as "Ada Example" ada@example.org
at 2020-05-01
commit engine "Put the lamp out" 'src/lamp.c~s/bright line 9 /line 9 /'
