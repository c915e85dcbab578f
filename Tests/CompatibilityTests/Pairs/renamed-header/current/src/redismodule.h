#include "valkeymodule.h"
#define REDISMODULE_OK VALKEYMODULE_OK
#define RedisModuleString ValkeyModuleString
#define RedisModuleArg ValkeyModuleArg /* as before */
#define RM_Create VM_Create
#define RM_Free VM_Free
