static struct option cmdopts[] = {
};
