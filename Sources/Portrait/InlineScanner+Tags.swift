extension InlineScanner {
  mutating func scanTag() -> Bool {
    if source.matches("<http", at: position), let end = source.index(of: UInt8(ascii: ">"), from: position) {
      var inner = InlineText()
      inner.bytes = Array(source[(position + 1)..<end])
      put(inner, target: inner.text)
      position = end + 1
      return true
    }
    guard let tag = HTMLTag(source, at: position) else { return false }
    position = tag.end
    switch tag.name {
    case "a":
      if tag.isClosing {
        closeLink()
      } else if let target = tag.attribute("href") {
        openLink = (result.bytes.count, target)
      }
    case "img":
      let (text, target) = (tag.attribute("alt") ?? "", tag.attribute("src") ?? "")
      result.images.append(.init(text: text, target: target, isLinked: openLink != nil))
    case "b", "strong", "i", "em", "code", "span", "sub", "sup", "kbd", "u", "font", "tt", "small": break
    default: put(.space)
    }
    return true
  }

  mutating func closeLink() {
    guard let open = openLink else { return }
    openLink = nil
    let range = open.start..<result.bytes.count
    if !range.isEmpty { result.links.append(.init(range: range, target: open.target)) }
  }
}
