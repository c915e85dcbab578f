public import Landscape

/// A fork's verdict and evidence as plain text for a terminal.
public enum ExplainText {
  /// The verdict, the evidence and what is missing, wrapped to `width` columns (at least 40).
  ///
  /// Characters that would steer a terminal are made visible; `colour` sets off headings and weights with ANSI codes
  /// of our own.
  public static func render(
    fork: ForkEntry,
    in family: FamilyEntry,
    width: Int,
    colour: Bool,
    language: Language = .english
  ) -> String {
    Language.$current.withValue(language) {
      render(fork: fork, in: family, Style(width: max(width, 40), colour: colour))
    }
  }

  private static func render(fork: ForkEntry, in family: FamilyEntry, _ style: Style) -> String {
    let context = ForkContext(fork: fork, family: family, page: "")
    var lines = style.wrapped(ForkPage(context: context).lead.map(plain))
    lines += section(plain(ForkWords.evidenceTitle), fork.track?.evidence ?? [], style)
    lines += section(plain(ForkSections(context: context).whyTitle), fork.upstreamEvidence, style)
    if !fork.notes.isEmpty {
      lines += ["", style.heading(plain(ForkWords.notesTitle))]
      lines += fork.notes.flatMap { style.item("- ", plain(.said($0))) }
    }
    if !fork.notAnalysed.isEmpty {
      lines += ["", style.heading(plain(ForkWords.gapsTitle))]
      lines += fork.notAnalysed.flatMap { style.item("- ", "\($0.what): \(plain(.reason($0)))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ title: String, _ evidence: [EvidenceEntry], _ style: Style) -> [String] {
    guard !evidence.isEmpty else { return [] }
    return ["", style.heading(title)]
      + evidence.flatMap { entry in
        // What counts for nothing speaks for nobody.
        let weight = entry.weight == 0 ? "—" : entry.weight.twoDecimals
        let padding = String(repeating: " ", count: max(0, 6 - weight.count))
        let side = entry.weight == 0 ? "" : "\(plain(VerdictWords.says(entry.says))): "
        return style.item(
          "\(padding)\(weight)  ",
          "\(side)\(plain(.said(entry))) [\(plain(.term(entry.signal)))]"
        )
      }
  }

  /// The phrase without its markup.
  static func plain(_ phrase: Phrase) -> String {
    phrase.spoken.map { part -> String in
      switch part {
      case .text(let text), .code(let text): text
      case .strong(let phrase), .emphasis(let phrase), .link(let phrase, _): plain(phrase)
      case .sentence, .count, .said: plain(Phrase([part]))
      }
    }.joined()
  }
}

/// How text is laid out on a terminal.
private struct Style {
  let width: Int
  let colour: Bool

  func heading(_ text: String) -> String {
    let shown = VisibleText.cut(VisibleText.of(text), to: width)
    return colour ? "\u{1b}[1m\(shown)\u{1b}[0m" : shown
  }

  /// Paragraphs with an empty line between them.
  func wrapped(_ paragraphs: [String]) -> [String] {
    Array(paragraphs.map { wrap(VisibleText.of(VisibleText.cut($0, to: 1000)), to: width) }.joined(separator: [""]))
  }

  /// Text that hangs to the right of `mark`.
  func item(_ mark: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: mark.count)
    let lines = wrap(VisibleText.of(VisibleText.cut(text, to: 1000)), to: width - mark.count)
    let shown = colour ? "\u{1b}[2m\(mark)\u{1b}[0m" : mark
    return lines.enumerated().map { ($0.offset == 0 ? shown : indent) + $0.element }
  }

  /// The words between spaces; a percent sign stays with its number.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ") {
      if word.hasPrefix("%"), let number = words.last, number.last?.isNumber == true {
        words[words.count - 1] = "\(number) \(word)"
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// Lines of at most `columns` characters, broken at spaces, or within a word that is longer than a line.
  private func wrap(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in Self.words(of: text) {
      var word = word
      if !line.isEmpty, line.count + 1 + word.count > columns {
        lines.append(line)
        line = ""
      }
      while word.count > columns {
        lines.append(String(word.prefix(columns)))
        word = String(word.dropFirst(columns))
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }
}
