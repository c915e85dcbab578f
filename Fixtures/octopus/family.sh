. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)"
fork_of engine turbine
as "Tara Example" tara@turbine.example
for part in rotor stator blade; do
  branch "turbine:$part"
  commit "turbine:$part" "Add the $part" "src/$part.c=$(lines $part 20)"
done
merge turbine "Merge rotor, stator and blade" rotor stator blade
# Two topics and upstream's newer commit in one merge.
as "Ada Example" ada@example.org
commit engine "Oil the pump" 'src/pump.c~s/line 5/oiled line 5/'
commit engine "Prime the pump" 'src/pump.c~s/line 25/primed line 25/'
as "Tara Example" tara@turbine.example
commit turbine:rotor "Balance the rotor" 'src/rotor.c~s/line 5/balanced line 5/'
commit turbine:blade "Sharpen the blade" 'src/blade.c~s/line 5/sharp line 5/'
merge turbine "Merge rotor, blade and engine" rotor blade engine:main
