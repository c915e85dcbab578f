#ifndef ZLIB_H
#define ZLIB_H
#define Z_OLD 1
typedef struct z_stream_s { unsigned avail_in; } *z_streamp;
enum Z_FLUSH { Z_NONE, Z_PARTIAL, Z_FULL };
ZEXTERN int ZEXPORT deflate OF((z_streamp strm, int flush));
ZEXTERN int ZEXPORT inflate(z_streamp strm, int flush);
#endif
typedef struct {
  int size;
  struct { int deep; } inner;
  union { int whole; long part; };
} table_t;
