#define ZLIB_VERSION "1"
int deflate(int level);
int inflate(int level);
