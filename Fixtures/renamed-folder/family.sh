. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository old-pkg
commit old-pkg "Parse and format" "setup.py=name = 'old_pkg'" "old_pkg/__init__.py=from old_pkg.parse import parse" \
  "old_pkg/parse.py=$(lines parse 30)" "old_pkg/format.py=$(lines format 30)" "old_pkg/io/read.py=$(lines read 30)" \
  "old_pkg/io/write.py=$(lines write 30)" "tests/test_parse.py=from old_pkg import parse"

fork_of old-pkg new-pkg
as "Nia Example" nia@new-pkg.example
commit new-pkg "Rename the package" "old_pkg>new_pkg" "setup.py=name = 'new_pkg'" \
  "new_pkg/__init__.py=from new_pkg.parse import parse" "tests/test_parse.py=from new_pkg import parse"
commit new-pkg "Parse comments" 'new_pkg/parse.py~s/line 4/commented line 4/'
commit new-pkg "Write atomically" 'new_pkg/io/write.py~s/line 25/atomic line 25/'

# Upstream goes on in the old place; one of its fixes is carried over by hand, one is not.
as "Ada Example" ada@example.org
commit old-pkg "Fix reading of empty files" 'old_pkg/io/read.py~s/line 9/safe line 9/'
commit old-pkg "Format dates" 'old_pkg/format.py~s/line 18/dated line 18/'
commit old-pkg "Add a streaming reader" "old_pkg/io/stream.py=$(lines stream 30)"
as "Nia Example" nia@new-pkg.example
commit new-pkg "Fix reading of empty files" 'new_pkg/io/read.py~s/line 9/safe line 9/'
