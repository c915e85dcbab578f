. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "src/pump.c=$(lines pump 30)" "src/gauge.c=$(lines gauge 30)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
fork_of engine turbine
as "Tara Example" tara@turbine.example
commit turbine "Spin" "src/spin.c=$(lines spin 20)"
commit turbine "Brake" "src/brake.c=$(lines brake 20)"
commit turbine "Brake harder" 'src/brake.c~s/line 4/hard line 4/'
commit turbine "Shut down" "src/shutdown.c=$(lines shutdown 20)"

# object_file CLONE REVISION: where a loose object lies.
object_file() {
  object=$(git -C "$1" rev-parse "$2")
  rest=${object#??}
  echo "$1/.git/objects/${object%"$rest"}/$rest"
}

# One blob is overwritten with zeroes, another is gone.
damaged=$(object_file turbine main:src/spin.c)
missing=$(object_file turbine main~2:src/brake.c)
chmod u+w "$damaged"
dd if=/dev/zero of="$damaged" bs=1 count=100 conv=notrunc 2>/dev/null
rm -f "$missing"
