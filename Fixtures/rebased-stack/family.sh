. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 40)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
tag engine v1
commit engine "Prime the pump" 'src/pump.c~s/line 20/primed line 20/'
tag engine v2

# Three patches on v1.
as "Tara Example" tara@turbine.example
repository turbine
fetch turbine:stack-v1 engine:main
git -C turbine update-ref refs/heads/stack-v1 "$(git -C engine rev-parse v1^0)"
commit turbine:stack-v1 "Spin" "src/spin.c=$(lines spin 20)"
commit turbine:stack-v1 "Brake" "src/brake.c=$(lines brake 20)"
commit turbine:stack-v1 "Loud pump" 'src/pump.c~s/line 35/loud line 35/'

# Rebased onto v2: the same patches under new ids. The old tips stay reachable through a merge that ignores their content
# ("merging-rebase"), so that downstream's users can still fast-forward.
at 2020-06-01
fetch turbine engine:main
merge_as turbine stack-v1 "Start the merging-rebase to v2"
for patch in stack-v1~2 stack-v1~1 stack-v1; do pick turbine $patch; done
as "Ada Example" ada@example.org
commit engine "Calibrate" "src/gauge.c=$(lines gauge 20)"
