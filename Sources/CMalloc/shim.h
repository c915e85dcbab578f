// The settings of the C library's memory, which Swift's own module for it leaves out.
#ifndef FORKSCAPE_CMALLOC_SHIM_H
#define FORKSCAPE_CMALLOC_SHIM_H

#include <malloc.h>

#endif
