package x

func f() {
	cmdFlags.BoolVar(&lock, "lock", true, "lock")
	cmdFlags.Var((*FlagSlice)(&paths), "target", "target")
	flag.String("config", "", "x")
}
