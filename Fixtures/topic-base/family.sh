. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository pump-pile
commit pump-pile "Pump water" "src/pump.c=$(lines pump 30)" "src/gauge.c=$(lines gauge 30)"
commit pump-pile "Build it" "src/build.c=$(lines build 30)"

# Three times the fork's stack begins on a topic that upstream has not merged yet; with the next one, the old stack is
# merged in, first parent last, as a rebase that keeps its history does.
for round in 1 2 3; do
  as "Ada Example" ada@example.org
  at "2020-0$round-01"
  branch "pump-pile:topic-$round"
  commit "pump-pile:topic-$round" "Gauge $round" "src/gauge.c~s/line $((round * 7)) /fine line $((round * 7)) /"
  as "Sam Example" sam@pile.example
  if [ "$round" = 1 ]; then
    fork_of pump-pile water-pile topic-1
  else
    branch "water-pile:old-$round"
    fetch water-pile "pump-pile:topic-$round"
    merge water-pile "Start the stack anew" "water-pile:old-$round"
  fi
  commit water-pile "Filter $round" "src/filter-$round.c=$(lines filter 30)"
  as "Ada Example" ada@example.org
  at "2020-0$round-15"
  commit pump-pile "Oil $round" "src/pump.c~s/line $((round * 7 + 1)) /oiled line $((round * 7 + 1)) /"
  merge pump-pile "Merge topic $round" "pump-pile:topic-$round"
done
