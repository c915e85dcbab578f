package jwt

func (m MapClaims) GetIssuer() (string, error) { return "", nil }
