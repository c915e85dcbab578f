package jwt

func Parse(tokenString string, keyFunc Keyfunc) (*Token, error) { return nil, nil }

type Token struct { Raw string }

func (t *Token) Valid() bool { return true }

func inner() {}
