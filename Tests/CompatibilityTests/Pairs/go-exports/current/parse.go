package jwt

func Parse(tokenString string, keyFunc Keyfunc, options ...ParserOption) (*Token, error) { return nil, nil }

type Token struct { Raw string }

func NewParser(options ...ParserOption) *Parser { return nil }
