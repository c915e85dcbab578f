%token A
%%
SelectStmt: A { three(); } | { };
