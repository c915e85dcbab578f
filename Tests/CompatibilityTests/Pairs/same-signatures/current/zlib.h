typedef unsigned char Byte;
typedef unsigned long uLong;
typedef unsigned int uInt;
int adler32(unsigned long adler, const unsigned char *buf, uInt len);
int crc32(unsigned int crc);
LIB_API void freeReply(void *reply);
unsigned long size(uLong x);
