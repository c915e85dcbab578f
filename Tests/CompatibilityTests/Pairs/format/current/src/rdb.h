#define RDB_VERSION 11
#define RDB_OPCODE_EOF 0xff
