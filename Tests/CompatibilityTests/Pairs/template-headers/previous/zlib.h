#define ZLIB_VERSION "1"
int deflate(int level);
int inflate(int level);
unsigned long crc32(int level);
#define deflateInit(level) deflateInit_(level)
