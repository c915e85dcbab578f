import Landscape

/// The whole report as one page that needs nothing else: no script, no network, the styles and drawings in it.
struct HTMLPage {
  let landscape: Landscape
  let first: Document
  let forks: [(place: ReportPlaces.Place, document: Document)]

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(Language.current.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="generator" content="\(HTMLEscaping.text(landscape.generator.name))">
    <title>\(HTMLEscaping.text(ExplainText.plain(LandscapeWords.title)))</title>
    <style>\(HTMLStyle.sheet)\(PictureStyle.sheet)</style>
    </head>
    <body>
    <a class="skip" href="#landscape">\(HTMLEscaping.text(ExplainText.plain(WebWords.skip)))</a>
    \(navigation)
    <main>
    <section id="landscape" aria-labelledby="landscape-1">
    \(writer(at: "", id: "landscape", offset: 0).write(first))
    </section>
    \(forks.map(article).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private func anchor(_ place: ReportPlaces.Place) -> String { "fork~\(place.context.slug)" }

  private func article(_ place: ReportPlaces.Place, _ document: Document) -> String {
    let id = anchor(place)
    return """
      <article id="\(id)" aria-labelledby="\(id)-1">
      \(writer(at: place.context.page, id: id, offset: 1).write(document))
      </article>
      """
  }

  private var navigation: String {
    var lines: [String] = []
    for family in landscape.families {
      let members = forks.filter {
        $0.place.context.family.name == family.name && $0.place.context.family.upstream.clone == family.upstream.clone
      }
      let links = members.map {
        "<li><a href=\"#\(anchor($0.place))\">\(HTMLEscaping.text($0.place.context.fork.name, limit: 60))</a></li>"
      }
      guard !links.isEmpty else { continue }
      lines.append(
        "<li>\(HTMLEscaping.text(family.name, limit: 60))\n<ul>\n\(links.joined(separator: "\n"))\n</ul></li>"
      )
    }
    let title = HTMLEscaping.text(ExplainText.plain(LandscapeWords.title))
    return """
      <nav aria-label="\(HTMLEscaping.text(ExplainText.plain(WebWords.contents)))">
      <ul>
      <li><a href="#landscape">\(title)</a></li>
      \(lines.joined(separator: "\n"))
      </ul>
      </nav>
      """
  }

  private func writer(at page: String, id: String, offset: Int) -> HTMLWriter {
    var anchors = ["README.md": "#landscape"]
    for (place, _) in forks { anchors[place.context.page] = "#" + anchor(place) }
    return HTMLWriter(headingOffset: offset, idPrefix: id) { [anchors] target in
      if target.hasPrefix("#") { return target }
      let path = Self.path(target, from: page)
      return anchors[path] ?? MarkdownEscaping.target(path)
    }
  }

  /// A relative target as seen from the report folder.
  static func path(_ target: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/").map(String.init) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// The wording that only the page in one piece has.
enum WebWords {
  static let skip: Phrase = "Skip to the landscape"
  static let contents: Phrase = "Contents"
}
