/// The phrases by which licences are known, in normalised text.
enum LicencePhrases {
  /// A licence and a phrase that only its own text has.
  struct Rule: Sendable {
    /// SPDX's name for the licence.
    let id: String
    /// Words in lower case, one space between.
    let phrase: StaticString
  }

  /// Rules, ready to be looked for all at once.
  struct Rules: Sendable {
    /// By the first letter of the phrase.
    private let byLetter: [[Rule]]

    init(_ rules: [Rule]) {
      var table: [[Rule]] = Array(repeating: [], count: 256)
      for rule in rules { table[Int(rule.phrase.utf8Start[1])].append(rule) }
      byLetter = table
    }

    /// Where the phrases stand, in the order of the text.
    func places(in text: [UInt8]) -> [(id: String, place: Int)] {
      var found: [(id: String, place: Int)] = []
      for index in text.indices.dropLast() where text[index] == .space {
        for rule in byLetter[Int(text[index + 1])] where text.matches(rule.phrase, at: index) {
          found.append((rule.id, index))
        }
      }
      return found
    }
  }

  /// Phrases that show the whole text.
  static let texts = Rules([
    Rule(id: "AGPL-3.0", phrase: " gnu affero general public license version 3 19 november 2007 "),
    Rule(id: "Apache-2.0", phrase: " apache license version 2 0 january 2004 "),
    Rule(id: "Apache-2.0", phrase: " licensed under the apache license version 2 0 "),
    Rule(id: "Artistic-2.0", phrase: " the artistic license 2 0 "),
    Rule(id: "BSL-1.0", phrase: " boost software license version 1 0 "),
    Rule(id: "BUSL-1.1", phrase: " business source license 1 1 "),
    Rule(id: "CC-BY-4.0", phrase: " attribution 4 0 international "),
    Rule(id: "CC0-1.0", phrase: " cc0 1 0 universal "),
    Rule(id: "CDDL-1.0", phrase: " common development and distribution license cddl version 1 0 "),
    Rule(id: "EPL-1.0", phrase: " eclipse public license v 1 0 "),
    Rule(id: "EPL-2.0", phrase: " eclipse public license v 2 0 "),
    Rule(id: "Elastic-2.0", phrase: " elastic license 2 0 "),
    Rule(id: "EUPL-1.2", phrase: " european union public licence v 1 2 "),
    Rule(id: "GPL-1.0", phrase: " gnu general public license version 1 february 1989 "),
    Rule(id: "GPL-2.0", phrase: " gnu general public license version 2 june 1991 "),
    Rule(id: "GPL-3.0", phrase: " gnu general public license version 3 29 june 2007 "),
    Rule(
      id: "ISC",
      phrase: " permission to use copy modify and or distribute this software for any purpose with or without"
    ),
    Rule(
      id: "ISC",
      phrase: " permission to use copy modify and distribute this software for any purpose with or without"
    ),
    Rule(id: "LGPL-2.0", phrase: " gnu library general public license version 2 june 1991 "),
    Rule(id: "LGPL-2.1", phrase: " gnu lesser general public license version 2 1 february 1999 "),
    Rule(id: "LGPL-3.0", phrase: " gnu lesser general public license version 3 29 june 2007 "),
    Rule(id: "MIT", phrase: " permission is hereby granted free of charge to any person obtaining a copy "),
    Rule(id: "MPL-1.1", phrase: " mozilla public license version 1 1 "),
    Rule(id: "MPL-2.0", phrase: " mozilla public license version 2 0 "),
    Rule(id: "MPL-2.0", phrase: " mozilla public license 2 0 "),
    Rule(id: "MulanPSL-1.0", phrase: " mulan permissive software license version 1 "),
    Rule(id: "MulanPSL-2.0", phrase: " mulan permissive software license version 2 "),
    Rule(
      id: "PostgreSQL",
      phrase: " this software and its documentation for any purpose without fee and without a written agreement "
    ),
    Rule(id: "Python-2.0", phrase: " python software foundation license version 2 "),
    Rule(id: "RSALv2", phrase: " redis source available license 2 0 "),
    Rule(id: "RSALv2", phrase: " rsalv2 "),
    Rule(id: "SSPL-1.0", phrase: " server side public license version 1 october 16 2018 "),
    Rule(id: "SSPL-1.0", phrase: " sspl version 1 "),
    Rule(id: "SSPL-1.0", phrase: " sspl v1 "),
    Rule(id: "SSPL-1.0", phrase: " sspl 1 0 "),
    Rule(id: "SSPL-1.0", phrase: " sspl1 0 "),
    Rule(id: "SSPL-1.0", phrase: " sspl v 1 "),
    Rule(id: "SSPL-1.0", phrase: " sspl_v1 "),
    Rule(id: "SSPL-1.0", phrase: " sspl1 "),
    Rule(id: "SSPL-1.0", phrase: " ssplv1 "),
    Rule(id: "Unlicense", phrase: " free and unencumbered software released into the public domain "),
    Rule(id: "WTFPL", phrase: " do what the fuck you want to public license "),
    Rule(id: "Zlib", phrase: " in no event will the authors be held liable for any damages arising from the use of "),
  ])

  /// Phrases that name a licence without giving its text.
  static let mentions = Rules([
    Rule(id: "AGPL-3.0", phrase: " gnu affero general public license "),
    Rule(id: "AGPL-3.0", phrase: " agplv3 "),
    Rule(id: "Apache-2.0", phrase: " apache license 2 0 "),
    Rule(id: "Apache-2.0", phrase: " apache 2 0 license "),
    Rule(id: "Apache-2.0", phrase: " apache license version 2 0 "),
    Rule(id: "BSD-2-Clause", phrase: " 2 clause bsd "),
    Rule(id: "BSD-3-Clause", phrase: " 3 clause bsd "),
    Rule(id: "GPL-2.0", phrase: " gnu general public license version 2 "),
    Rule(id: "GPL-2.0", phrase: " gnu general public license v2 "),
    Rule(id: "GPL-2.0", phrase: " free software foundation either version 2 of the license "),
    Rule(id: "GPL-2.0", phrase: " gplv2 "),
    Rule(id: "GPL-3.0", phrase: " gnu general public license version 3 "),
    Rule(id: "GPL-3.0", phrase: " gnu general public license v3 "),
    Rule(id: "GPL-3.0", phrase: " free software foundation either version 3 of the license "),
    Rule(id: "GPL-3.0", phrase: " gplv3 "),
    Rule(id: "LGPL-2.1", phrase: " gnu lesser general public license version 2 1 "),
    Rule(id: "LGPL-3.0", phrase: " gnu lesser general public license version 3 "),
    Rule(id: "MIT", phrase: " mit license "),
    Rule(id: "MPL-2.0", phrase: " mpl 2 0 "),
    Rule(id: "PostgreSQL", phrase: " postgresql license "),
  ])

  /// Short names with "or" between them.
  static let choices: [StaticString] = [
    " rsalv2 or ", " or the sspl", " or sspl", " or agpl", " or the agpl", " or the gnu affero", " or mit ",
    " or the mit license ", " or apache ", " or the apache license ", " or the server side public license ",
  ]
}
