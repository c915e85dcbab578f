%token ORA
%start stmt
%%
stmt: SelectStmt;
SelectStmt: ORA SELECT;
