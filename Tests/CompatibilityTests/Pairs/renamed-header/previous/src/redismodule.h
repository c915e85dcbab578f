#define REDISMODULE_OK 0
#define REDISMODULE_ERR 1
typedef struct RedisModuleString RedisModuleString;
typedef struct RedisModuleArg {
  const char *name;
  RedisModuleString *text;
} RedisModuleArg;
REDISMODULE_API RedisModuleString *RM_Create(RedisModuleArg *arg, int kind);
REDISMODULE_API void RM_Free(RedisModuleString *text);
