. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

# drop NUMBER: a release of 120 files, all of them changed.
drop() {
  set -- "$1"
  number_of_drop=$1
  count=0
  while [ "$count" -lt 120 ]; do
    count=$((count + 1))
    set -- "$@" "vendor/part$count.c=part $count of release $number_of_drop"
  done
  shift
  commit engine-vendor "Release $number_of_drop" "$@"
  tag engine-vendor "vendor-$number_of_drop.0"
}

repository engine
at 2018-01-10
every 604800
commit engine "Pump water" "README.md=An engine that pumps." "src/pump.c=$(lines pump 30)"
as "Bea Example" bea@example.org
commit engine "Read the gauge" "src/gauge.c=$(lines gauge 30)"
tag engine v1.0
fork_of engine engine-vendor
commit engine "Round the gauge" 'src/gauge.c~s/line 4/rounded line 4/'
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'

at 2018-06-01
every 7776000
as "Vendor Release" release@vendor.example
for release in 1 2 3 4 5 6 8 9 10 12 13 14; do drop "$release"; done
