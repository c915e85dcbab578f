package x

func f() {
	cmdFlags.BoolVar(&e, "encrypt", true, "lock")
	cmdFlags.Var((*FlagSlice)(&paths), "target", "target")
	flag.String("config", "", "x")
}
