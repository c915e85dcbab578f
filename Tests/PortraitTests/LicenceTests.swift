import Testing

@testable import Portrait

@Suite struct LicenceTests {
  private func licence(_ files: (String, String)...) -> String? {
    LicenceFinder.expression(of: files.map { ($0.0, PlainBytes($0.1)) })
  }

  @Test(arguments: [
    ("Permission is hereby granted, free of charge, to any person obtaining\na copy of this software", "MIT"),
    ("                    GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007", "GPL-3.0"),
    ("GNU GENERAL PUBLIC LICENSE\n Version 2, June 1991", "GPL-2.0"),
    ("GNU LESSER GENERAL PUBLIC LICENSE\n Version 2.1, February 1999", "LGPL-2.1"),
    ("Apache License\nVersion 2.0, January 2004\nhttp://www.apache.org/licenses/", "Apache-2.0"),
    ("Mozilla Public License, version 2.0", "MPL-2.0"),
    ("License text copyright (c) 2020 X\nBusiness Source License 1.1", "BUSL-1.1"),
    ("Redistribution and use in source and binary forms, with or without\nmodification, are permitted", "BSD-2-Clause"),
    (
      "Redistribution and use in source and binary forms, with or without modification, are permitted\n"
        + "* Neither the name of X nor the names of its contributors", "BSD-3-Clause"
    ),
    ("This is free and unencumbered software released into the public domain.", "Unlicense"),
    ("Pond is released under the GPLv2.", "GPL-2.0"),
    ("All rights reserved by the owners of Pond.", "LicenseRef-unknown"),
    ("// SPDX-License-Identifier: MIT OR Apache-2.0\n\nMozilla Public License, version 2.0", "MIT OR Apache-2.0"),
    (
      "From now on the user may choose between the Redis Source Available License v2 (RSALv2) or the Server Side Public "
        + "License v1 (SSPLv1).", "RSALv2 OR SSPL-1.0"
    ),
  ])
  func known(text: String, id: String) {
    #expect(licence(("LICENSE", text)) == id)
  }

  @Test func several() {
    let mit = "Permission is hereby granted, free of charge, to any person obtaining a copy"
    let apache = "Apache License\nVersion 2.0, January 2004"
    #expect(licence() == nil)
    #expect(licence(("LICENSE-APACHE", apache), ("LICENSE-MIT", mit)) == "Apache-2.0 OR MIT")
    #expect(licence(("COPYING", apache), ("COPYRIGHT", mit)) == "Apache-2.0 AND MIT")
    #expect(
      licence(("LICENSE", apache + String(repeating: " word", count: 200) + " Subcomponents: " + mit)) == "Apache-2.0"
    )
  }

  @Test func fileNames() {
    for name in ["LICENSE", "license.txt", "LICENCE", "COPYING.LESSER", "LICENSE-MIT", "UNLICENSE", "COPYRIGHT"] {
      #expect(LicenceFile.isOne(name), "\(name)")
    }
    for name in ["licenses.go", "license_check.py", "copyrighted", "src"] {
      #expect(!LicenceFile.isOne(name), "\(name)")
    }
  }
}
