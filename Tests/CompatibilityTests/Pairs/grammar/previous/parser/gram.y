%{
/* a grammar */
#include "x.h"
%}
%union { int ival; char *str; }
%token <str> IDENT
%token SELECT FROM OLD FETCH ONLY
%start stmt
%%
stmt: SelectStmt { $$ = $1; }
  | OLD
  ;
SelectStmt:
  SELECT target_list FROM IDENT
    {
      /* } */
      char brace = '}';
      $$ = make("}");
    }
  ;
target_list: /* EMPTY */
  | target_list ',' IDENT %prec OLD
  ;
%%
int yyerror(void) { return 0; }
