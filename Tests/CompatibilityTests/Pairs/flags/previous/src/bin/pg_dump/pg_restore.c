static struct option cmdopts[] = {
  {"clean", 0, NULL, 'c'},
};
