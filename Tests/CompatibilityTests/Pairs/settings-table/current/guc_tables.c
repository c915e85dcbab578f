struct config_bool Bools[] = {
  { {"enable_seqscan", PGC_SUSET, QUERY} },
  { {"fsync", PGC_SIGHUP, W} },
  { {"gp_role", PGC_BACKEND, W} },
};
