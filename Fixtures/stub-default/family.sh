. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository engine
many 24 12 'part $part' 'src$((part % 4))/part$part.c'
eval "commit engine 'Begin' $changes 'README.md=# Engine'"
for step in 1 2 3 4 5 6 7 8 9; do
  commit engine "Step $step" "src0/part4.c~s/line $step /better line $step /"
done

# Archive works on two release branches; its default branch only says where the project went.
repository archive
fetch archive:stable-1 engine:main
as "Abe Example" abe@archive.example
commit archive:stable-1 "Compress" "src/compress.c=$(lines compress 30)"
branch archive:stable-2 stable-1
commit archive:stable-2 "Encrypt" "src/encrypt.c=$(lines encrypt 30)" 'src1/part5.c~s/line 3/own line 3/'
commit archive "Say where it went" "README.md=Archive moved to https://example.org/elsewhere"

as "Ada Example" ada@example.org
commit engine "Go on" 'src2/part6.c~s/line 4/new line 4/'
