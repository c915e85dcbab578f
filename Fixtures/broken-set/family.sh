. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

# Three good clones…
repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 20)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
fork_of engine turbine
as "Tara Example" tara@turbine.example
commit turbine "Spin" "src/spin.c=$(lines spin 10)"
fork_of turbine windmill
commit windmill "Turn into the wind" "src/wind.c=$(lines wind 10)"

# …and eleven that are broken or odd, each a copy of the engine with one thing wrong.
copy() { cp -R engine "$1"; }
config() { git config -f "$1/.git/config" "$2" "$3"; }
tip=$(git -C engine rev-parse main)
tip_file=${tip%"${tip#??}"}/${tip#??}

copy bad-head && echo "not a ref" >bad-head/.git/HEAD
copy bad-packed-refs && printf '# pack-refs with: peeled\nnonsense here\n' >bad-packed-refs/.git/packed-refs
repository empty
copy future-version && config future-version core.repositoryformatversion 99
copy no-objects && rm -rf no-objects/.git/objects
copy reftable && config reftable core.repositoryformatversion 1 && config reftable extensions.refStorage reftable &&
  rm -rf reftable/.git/refs/heads && echo "this repository uses the reftable format" >reftable/.git/refs/heads &&
  echo "ref: refs/heads/.invalid" >reftable/.git/HEAD
git init -q -b main --object-format=sha256 sha256
git -C sha256 update-ref HEAD "$(git -C sha256 commit-tree -m "By other ids" "$(git -C sha256 mktree </dev/null)")"
copy truncated-pack && git -C truncated-pack repack -q -a -d && rm -rf truncated-pack/.git/objects/??/ &&
  for pack in truncated-pack/.git/objects/pack/*.pack; do
    dd if="$pack" of=cut bs=1 count=60 2>/dev/null
    rm -f "$pack"
    mv cut "$pack"
  done
copy unknown-extension && config unknown-extension core.repositoryformatversion 1 &&
  config unknown-extension extensions.quantum true
copy zero-byte-head && rm -f "zero-byte-head/.git/objects/$tip_file" && : >"zero-byte-head/.git/objects/$tip_file"
mkdir dangling-gitfile
echo "gitdir: ../nowhere/.git" >dangling-gitfile/.git
