%token A
%%
SelectStmt: A { one(); } | %empty { two(); };
