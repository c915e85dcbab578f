package internal

func Hidden() {}
