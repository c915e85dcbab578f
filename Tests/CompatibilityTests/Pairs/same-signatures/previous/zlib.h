typedef unsigned char Byte;
typedef Byte Bytef;
typedef unsigned long uLong;
#ifdef Z_PREFIX
#  define adler32 z_adler32
#endif
int adler32(uLong adler, const Bytef *buf, unsigned int len);
int crc32(uLong crc);
void freeReply(void *reply);
long size(uLong x);
