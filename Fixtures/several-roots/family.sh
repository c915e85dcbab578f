. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

# A library with its own repository, in no way related to the engine.
repository gearlib
as "Gil Example" gil@gearlib.example
commit gearlib "Gears" "gear.c=$(lines gear 25)" "gear.h=$(lines header 10)"
commit gearlib "Sprockets" "sprocket.c=$(lines sprocket 25)"
commit gearlib "Oil the gears" 'gear.c~s/line 3/oiled line 3/'

# Upstream vendors it by a subtree merge: gearlib's root becomes a second root of the engine.
as "Ada Example" ada@example.org
at 2020-03-01
repository engine
commit engine "Pump water" "README.md=An engine." "src/pump.c=$(lines pump 30)"
subtree engine gearlib:main vendor/gearlib "Vendor gearlib"
commit engine "Use the gears" 'src/pump.c~s/line 10/geared line 10/'

# The fork merges another root of its own: a user interface that lived elsewhere.
fork_of engine turbine
as "Tara Example" tara@turbine.example
at 2020-05-01
commit turbine:ui-import "A window" "window.js=$(lines window 25)"
commit turbine:ui-import "A button" "button.js=$(lines button 25)"
commit turbine:ui-import "A slider" "slider.js=$(lines slider 25)"
subtree turbine turbine:ui-import ui "Import the user interface"
commit turbine "Show the pump in the window" 'ui/window.js~s/line 5/pump line 5/'
git -C turbine update-ref -d refs/heads/ui-import

at 2020-06-01
as "Gil Example" gil@gearlib.example
commit gearlib "Harder gears" 'gear.c~s/line 20/hard line 20/'
as "Ada Example" ada@example.org
commit engine "Prime the pump" 'src/pump.c~s/line 20/primed line 20/'
