%token <str> IDENT
%token SELECT FROM FETCH ONLY FINAL
%start stmt
%%
stmt: SelectStmt { $$ = other($1); }
  | FETCH[kind] IDENT
SelectStmt:
  SELECT target_list FROM ONLY IDENT { $$ = 0; }
  ;
target_list: %empty
  | target_list { mid(); } ',' IDENT
  ;
