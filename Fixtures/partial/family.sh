. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)" "src/gauge.c=$(lines gauge 30)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
repository turbine-full
fetch turbine-full engine:main
as "Tara Example" tara@turbine.example
commit turbine-full "Spin" "src/spin.c=$(lines spin 20)"
commit turbine-full "Spin faster" 'src/spin.c~s/line 4/fast line 4/'

# As `git clone --filter=blob:none --no-checkout` leaves it: commits and trees in a promisor pack, no blobs.
repository turbine turbine/turbine-full
git -C turbine-full rev-list --objects --filter=blob:none main |
  git -C turbine-full pack-objects -q --threads=1 ../turbine/.git/objects/pack/pack >pack-name
: >"turbine/.git/objects/pack/pack-$(cat pack-name).promisor"
rm pack-name
git -C turbine update-ref refs/heads/main "$(git -C turbine-full rev-parse main)"
printf '\tpromisor = true\n\tpartialclonefilter = blob:none\n[extensions]\n\tpartialClone = origin\n' \
  >>turbine/.git/config
sed 's/repositoryformatversion = 0/repositoryformatversion = 1/' turbine/.git/config >config
cat config >turbine/.git/config
rm config
as "Ada Example" ada@example.org
commit engine "Calibrate" 'src/gauge.c~s/line 4/calibrated line 4/'
