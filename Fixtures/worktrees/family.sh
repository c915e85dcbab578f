. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
fork_of engine turbine
as "Tara Example" tara@turbine.example
commit turbine "Spin" "src/spin.c=$(lines spin 20)"
branch turbine:topic
commit turbine:topic "Spin faster" 'src/spin.c~s/line 4/fast line 4/'

# A linked worktree beside its clone: a `.git` file that names turbine/.git/worktrees/turbine-topic (by a relative path).
mkdir -p turbine/.git/worktrees/turbine-topic turbine-topic
echo "gitdir: ../turbine/.git/worktrees/turbine-topic" >turbine-topic/.git
echo "ref: refs/heads/topic" >turbine/.git/worktrees/turbine-topic/HEAD
echo "../.." >turbine/.git/worktrees/turbine-topic/commondir
echo "../../../../turbine-topic/.git" >turbine/.git/worktrees/turbine-topic/gitdir

# A clone whose .git is a file, as submodules and `git init --separate-git-dir` have it.
repository windmill
fetch windmill turbine:main
commit windmill "Turn into the wind" "src/wind.c=$(lines wind 20)"
mv windmill/.git windmill.store
echo "gitdir: ../windmill.store" >windmill/.git
