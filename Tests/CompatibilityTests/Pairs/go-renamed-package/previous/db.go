package bolt

func F0() error { return nil }
func F1() error { return nil }
func F2() error { return nil }
func F3() error { return nil }
func F4() error { return nil }
func F5() error { return nil }
func F6() error { return nil }
func F7() error { return nil }
func F8() error { return nil }
func Open(path string) error { return nil }
func Gone() {}
