. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
commit engine "Pump water" "README.md=# Engine" "src/pump.c=$(lines pump 40)"
commit engine "Oil the pump" 'src/pump.c~s/line 4/oiled line 4/'
tag engine v1.0

repository engine-debian debian-example/engine
as "Deb Packager" deb@debian.example
commit engine-debian "Package engine 1.0" "debian/control=Source: engine
Homepage: https://example.org/engine/engine" "debian/changelog=engine (1.0-1) unstable; urgency=low" \
  "debian/rules=#!/usr/bin/make -f" "debian/watch=version=4" "debian/source/format=3.0 (quilt)" \
  "debian/patches/series=quiet-pump.patch" "debian/patches/quiet-pump.patch=Description: Quieter pump
Forwarded: no
--- a/src/pump.c
+++ b/src/pump.c
@@ -8,3 +8,3 @@
 pump line 8 of 40
-pump line 9 of 40
+pump quiet line 9 of 40
 pump line 10 of 40"
commit engine-debian "Fix the install path" "debian/patches/series+=install-path.patch" \
  "debian/patches/install-path.patch=Description: Install below /usr
Origin: vendor
--- a/src/pump.c
+++ b/src/pump.c
@@ -20,3 +20,3 @@
 pump line 20 of 40
-pump line 21 of 40
+pump installed line 21 of 40
 pump line 22 of 40"
