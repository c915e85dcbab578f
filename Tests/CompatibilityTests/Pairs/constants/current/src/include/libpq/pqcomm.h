#define PG_PROTOCOL(m, n) (((m) << 16) | (n))
#define PG_PROTOCOL_LATEST PG_PROTOCOL(3, 51)
#define AUTH_REQ_OK (0x0)
#define AUTH_REQ_SHA256 10
#define OTHER 3
