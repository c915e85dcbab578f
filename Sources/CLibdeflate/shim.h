// libdeflate's header, by the name under which the system has it.
#ifndef FORKSCAPE_CLIBDEFLATE_SHIM_H
#define FORKSCAPE_CLIBDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
