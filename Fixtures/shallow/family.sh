. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)"
for number in 2 3 4 5 6; do commit engine "Tune the pump, step $number" "src/pump.c~${number}s/line/tuned line/"; done
repository turbine-full
fetch turbine-full engine:main
as "Tara Example" tara@turbine.example
commit turbine-full "Spin" "src/spin.c=$(lines spin 20)"
commit turbine-full "Spin faster" 'src/spin.c~s/line 4/fast line 4/'

# Cloned with --depth 4: its own two commits and two of upstream's; `shallow` names where history was cut.
repository turbine turbine/turbine-full
git -C turbine fetch -q --depth 4 --update-head-ok --no-write-fetch-head "file://$PWD/turbine-full" \
  refs/heads/main:refs/heads/main
as "Ada Example" ada@example.org
commit engine "Oil the pump" 'src/pump.c~s/line 25/oiled line 25/'
