. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'

# The fork's object store holds its own objects only and borrows the rest, as `git clone --shared` leaves it.
repository turbine
echo ../../../engine/.git/objects >turbine/.git/objects/info/alternates
git -C turbine update-ref refs/heads/main "$(git -C engine rev-parse main)"
as "Tara Example" tara@turbine.example
commit turbine "Spin" "src/spin.c=$(lines spin 20)"
# What upstream commits later is in the borrowed store, though not in the fork's history.
as "Ada Example" ada@example.org
commit engine "Prime the pump" 'src/pump.c~s/line 20/primed line 20/'
commit engine "Calibrate" "src/gauge.c=$(lines gauge 20)"
