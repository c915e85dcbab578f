. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "README.md=An engine that pumps." "src/pump.c=$(lines pump 30)"
commit engine "Read the gauge" "src/gauge.c=$(lines gauge 30)"
branch engine:stable-1
tag engine v1.0
at 2020-02-01
commit engine "Start version 2" "src/turbine.c=$(lines turbine 20)"
commit engine "Remove the old gauge" "-src/gauge.c"
commit engine:stable-1 "Fix a leak" 'src/pump.c~s/line 5/tight line 5/'

# The downstream follows stable-1, never main, and keeps three patches on top.
at 2020-03-01
fork_of engine engine-distro stable-1
as "Dov Packager" dov@distro.example
commit engine-distro "Build with hardening" "Makefile=CFLAGS += -fstack-protector"
commit engine-distro "Use the system's paths" 'src/pump.c~s/line 20/distro line 20/'

at 2020-04-01
as "Ada Example" ada@example.org
commit engine:stable-1 "Fix the gauge's zero" 'src/gauge.c~s/line 1 /zeroed line 1 /'
tag engine v1.1 stable-1
at 2020-04-10
as "Dov Packager" dov@distro.example
merge engine-distro "Merge stable-1 (v1.1)" engine:stable-1
commit engine-distro "Say which distribution this is" "DISTRO=distro 1"
at 2020-05-01
as "Ada Example" ada@example.org
commit engine:stable-1 "Fix the leak in the gauge" 'src/gauge.c~s/line 9/tight line 9/'
commit engine "Faster turbine" 'src/turbine.c~s/line 3/fast line 3/'
