. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine-full
commit engine-full "Pump water" "src/pump.c=$(lines pump 30)"
commit engine-full "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
git -C engine-full branch -q RELEASE_1
commit engine-full "Tune the pump" 'src/pump.c~s/line 8/tuned line 8/'
commit engine-full "Prime the pump" 'src/pump.c~s/line 12/primed line 12/'
commit engine-full "Seal the pump" 'src/pump.c~s/line 16/sealed line 16/'

repository turbine
fetch turbine engine-full:RELEASE_1
as "Tara Example" tara@turbine.example
commit turbine "Spin" "src/spin.c=$(lines spin 20)"
commit turbine "Spin faster" 'src/spin.c~s/line 4/fast line 4/'

# Its release branch is whole, its default branch was fetched with --depth 2: below that nothing leads to the release.
repository engine
git -C engine fetch -q --no-write-fetch-head "file://$PWD/engine-full" refs/heads/RELEASE_1:refs/heads/RELEASE_1
git -C engine fetch -q --depth 2 --update-head-ok --no-write-fetch-head "file://$PWD/engine-full" \
  refs/heads/main:refs/heads/main
git -C engine checkout -q main
rm -rf engine-full
