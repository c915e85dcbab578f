#ifndef ZLIB_H
#define ZLIB_H
typedef struct z_stream_s { unsigned avail_in; } *z_streamp;
enum Z_FLUSH { Z_NONE };
#define Z_FULL 3
ZEXTERN int ZEXPORT deflate(z_streamp stream, int mode);
ZEXTERN int ZEXPORT inflate(z_streamp strm, int flush, int more);
ZEXTERN int ZEXPORT deflateFast(z_streamp strm);
#endif
typedef struct {
  long size;
  struct { int deeper; } inner;
  union { int whole; };
} table_t;
