#define PG_PROTOCOL(m,n) (((m) << 16) | (n))
#define PG_PROTOCOL_LATEST PG_PROTOCOL(3,0)
#define AUTH_REQ_OK 0 /* fine */
#define AUTH_REQ_SASL \
  10
