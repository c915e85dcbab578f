struct redisCommand redisCommandTable[] = {
    {"module",moduleCommand,-2,
     "admin", 0},
    {"get",getCommand,2,"read-only"},
    {"getex",getexCommand,-2,"write"}};
