// What Swift cannot import from libgit2's headers by itself: variadic functions and macros with casts.
#ifndef FORKSCAPE_CLIBGIT2_SHIM_H
#define FORKSCAPE_CLIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/commit.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

/// git_libgit2_opts for the options that take one integer.
static inline int forkscape_set_option(int option, int value) {
  return git_libgit2_opts(option, value);
}

/// git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH): no configuration file of the machine or its user is read.
static inline int forkscape_clear_search_path(int level) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
}

/// git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT): how large an object of a type may be to enter the object cache.
static inline int forkscape_set_cache_object_limit(int type, size_t size) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, type, size);
}

#endif
