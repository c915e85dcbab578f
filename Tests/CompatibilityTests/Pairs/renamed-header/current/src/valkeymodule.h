#define VALKEYMODULE_OK 0
typedef struct ValkeyModuleString ValkeyModuleString;
typedef struct ValkeyModuleArg {
  const char *name;
  ValkeyModuleString *text;
} ValkeyModuleArg;
VALKEYMODULE_API ValkeyModuleString *VM_Create(ValkeyModuleArg *arg, int kind);
VALKEYMODULE_API void VM_Free(ValkeyModuleString *text, int deep);
