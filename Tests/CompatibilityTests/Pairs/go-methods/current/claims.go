package jwt

type MapClaims map[string]any

type Keyfunc func(*Token) (any, error)
