. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

as "Ada Example" ada@example.org
repository engine
commit engine "Pump water" "README=An engine for water." "src/pump.c=$(lines pump 30)" "doc/manual.txt=$(lines manual 20)" \
  "build.sh=$(lines build 10)"
commit engine "Prime the pump" 'src/pump.c~s/line 20/primed line 20/'
commit engine "Add a valve" "src/valve.c=$(lines valve 30)"

# The fork begins as an empty repository with a README, and takes the engine's history in by a merge, as its second
# parent: its main line has no commit of the engine's.
as "Tara Example" tara@turbine.example
at 2020-03-01
repository turbine
commit turbine "Initial commit" "README.md=# turbine"
merge turbine "Merge the engine" engine:main
commit turbine "Spin" "src/turbine.c=$(lines turbine 40)"
# Later nothing at the top of the two trees has the same name any more.
commit turbine "Move everything" 'README>README.rst' 'src>lib' 'doc>docs' 'build.sh>make.sh'
commit turbine "Spin the pump" 'lib/pump.c~s/line 5/spun line 5/'

as "Ada Example" ada@example.org
at 2020-05-01
commit engine "Oil the pump" 'src/pump.c~s/line 10/oiled line 10/'
