  nDefaultPort = 9333;
  nDefaultPort = 19335;
  bech32_hrp = "bc";
