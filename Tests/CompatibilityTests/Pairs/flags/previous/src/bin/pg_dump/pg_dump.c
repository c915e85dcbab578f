static struct option long_options[] = {
  {"jobs", required_argument, NULL, 'j'},
  {"clean", no_argument, NULL, 'c'},
};
