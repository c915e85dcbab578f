. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
begin='"README.md=# Engine"'
for part in 1 2 3 4 5 6 7 8 9 10 11 12; do
  eval "text$part=\$(lines \"part $part\" 12)"
  begin="$begin \"src/part$part.c=\$text$part\""
done
eval "commit engine 'Begin' $begin"
branch engine:stable-1

# Every fix goes to main, and a minute later to the stable line: the same author and subject, another date.
for part in 1 2 3 4 5 6 7 8 9 10 11 12; do
  every 60
  commit engine "Fix part $part" "src/part$part.c~s/line 7 /fixed line 7 /"
  every 86400
  commit engine:stable-1 "Fix part $part" "src/part$part.c~s/line 7 /fixed line 7 /"
done
commit engine "Rework part 3" 'src/part3.c~s/line 2 /new line 2 /'
commit engine "Rework part 4" 'src/part4.c~s/line 2 /new line 2 /'

fork_of engine engine-lts stable-1
# This clone of the engine has its main branch only.
git -C engine update-ref -d refs/heads/stable-1
as "Lena Example" lena@lts.example
commit engine-lts "Build offline" "build.sh=$(lines build 10)"
commit engine-lts "Sign what is built" "sign.sh=$(lines sign 10)" "README.md=# Engine LTS, a fork of Engine"
