  nDefaultPort = 8333;
  nDefaultPort = 18333;
  bech32_hrp = "bc";
