struct config_bool Bools[] = {
  {
    {"enable_seqscan", PGC_USERSET, QUERY,
      gettext_noop("x")},
    &enable_seqscan, true
  },
  {
    {"autovacuum", PGC_SIGHUP, Q}
  },
  { {"fsync", PGC_SIGHUP, W} },
};
