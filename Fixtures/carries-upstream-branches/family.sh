. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)"
commit engine "Read the gauge" "src/gauge.c=$(lines gauge 30)"
branch engine:REL_1_STABLE
commit engine "Start version 2" "src/turbine.c=$(lines turbine 30)"
commit engine:REL_1_STABLE "Fix a leak" 'src/pump.c~s/line 5/tight line 5/'
branch engine:REL_2_STABLE
commit engine:REL_2_STABLE "Stamp 2.1" "VERSION=2.1"

# The fork pushed all of upstream's branches into its own repository.
fork_of engine turbine
fetch turbine:REL_1_STABLE engine:REL_1_STABLE
fetch turbine:REL_2_STABLE engine:REL_2_STABLE
as "Tara Example" tara@turbine.example
at 2020-05-01
commit turbine "Spin" "src/spin.c=$(lines spin 30)"
branch turbine:TURBINE_2_STABLE REL_2_STABLE
commit turbine:TURBINE_2_STABLE "Stamp Turbine 2.1" "VERSION=2.1-turbine"
as "Ada Example" ada@example.org
commit engine:REL_1_STABLE "Fix another leak" 'src/pump.c~s/line 15/tight line 15/'
