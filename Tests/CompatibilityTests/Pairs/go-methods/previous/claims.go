package jwt

type MapClaims map[string]interface{}

func (m MapClaims) Valid() error { return nil }

type Keyfunc func(*Token) (interface{}, error)
