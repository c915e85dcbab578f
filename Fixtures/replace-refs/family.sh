. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
tag engine v1.0

# The fork began as a copied tree, with no history; a replace ref grafts its first commit onto upstream's.
repository turbine
as "Tara Example" tara@turbine.example
commit turbine "Import engine 1.0" "src/pump.c=$(lines pump 30 | sed 's/line 4/oiled line 4/')"
imported=$(git -C turbine rev-parse main)
commit turbine "Spin" "src/spin.c=$(lines spin 20)"
git -C turbine fetch -q --no-tags --no-write-fetch-head ../engine refs/heads/main
git -C turbine replace --graft "$imported" "$(git -C engine rev-parse main)"
as "Ada Example" ada@example.org
commit engine "Prime the pump" 'src/pump.c~s/line 20/primed line 20/'
