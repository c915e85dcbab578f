#define RDB_VERSION 9
