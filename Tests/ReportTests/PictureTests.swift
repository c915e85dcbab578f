import Foundation
import FoundationXML
import Landscape
import LandscapeSample
import Testing

@testable internal import Report

/// Drawings: well formed whatever the names, with words and figures for those who cannot see them.
@Suite struct PictureTests {
  /// What an XML parser finds in a drawing.
  private final class Outline: NSObject, XMLParserDelegate {
    var names: Set<String> = []
    var attributes: Set<String> = []
    var texts: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes values: [String: String]
    ) {
      names.insert(name)
      attributes.formUnion(values.keys)
      text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      texts.append(text)
      text = ""
    }
  }

  private func parsed(_ svg: String) -> Outline? {
    let outline = Outline()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = outline
    return parser.parse() ? outline : nil
  }

  private func pictures(_ landscape: Landscape) throws -> [ReportFile] {
    try ReportFolder.render(landscape: landscape, formats: [.markdown]).filter { $0.path.hasSuffix(".svg") }
  }

  @Test func aLifelikeLandscapeHasItsPictures() throws {
    let paths = try pictures(Sample.landscape).map(\.path)
    #expect(paths.contains("assets/redis~tree.svg"))
    #expect(paths.contains("assets/redis~valkey~distance.svg"))
    #expect(Set(paths).count == paths.count)
  }

  @Test func picturesSpeakToThoseWhoCannotSeeThem() throws {
    for file in try pictures(Sample.landscape) {
      let svg = String(decoding: file.bytes, as: UTF8.self)
      let outline = try #require(parsed(svg), "\(file.path)")
      #expect(outline.attributes.isSuperset(of: ["role", "aria-labelledby", "viewBox"]))
      #expect(outline.names.isSuperset(of: ["svg", "title", "desc", "style"]))
      #expect(svg.contains("prefers-color-scheme:dark"))
    }
  }

  @Test(arguments: HostileTexts.all.filter { !$0.isEmpty })
  func namesDrawNothingOfTheirOwn(text: String) throws {
    let known: Set = ["svg", "style", "title", "desc", "rect", "path", "circle", "text"]
    let plain = try pictures(HostilePageTests().landscape("plain"))
    let hostile = try pictures(HostilePageTests().landscape(text))
    #expect(!hostile.isEmpty && hostile.count == plain.count)
    for file in hostile {
      let svg = String(decoding: file.bytes, as: UTF8.self)
      let outline = try #require(parsed(svg), "\(file.path) is no XML")
      #expect(outline.names.isSubset(of: known), "\(outline.names.subtracting(known))")
      #expect(!outline.attributes.contains { $0.hasPrefix("on") || $0.contains("href") })
      #expect(outline.texts.allSatisfy { !$0.unicodeScalars.contains { $0 != "\n" && MarkdownReader.isInvisible($0) } })
      // No number that is none.
      #expect(!svg.contains("nan") || text.contains("nan"))
    }
  }

  @Test func tilesFillTheirFrame() {
    let values = [50.0, 20, 12, 9, 5, 3, 1]
    let frame = Tiling.Frame(x: 10, y: 20, width: 300, height: 200)
    let tiles = Tiling.squarified(values, in: frame)
    #expect(tiles.count == values.count)
    for (value, tile) in zip(values, tiles) {
      #expect(abs(tile.width * tile.height - value / 100 * 60_000) < 1e-6)
      #expect(tile.x >= 10 - 1e-9 && tile.x + tile.width <= 310 + 1e-6)
      #expect(tile.y >= 20 - 1e-9 && tile.y + tile.height <= 220 + 1e-6)
    }
    for (index, tile) in tiles.enumerated() {
      for other in tiles[(index + 1)...] {
        let meets =
          tile.x + 1e-6 < other.x + other.width && other.x + 1e-6 < tile.x + tile.width
          && tile.y + 1e-6 < other.y + other.height && other.y + 1e-6 < tile.y + tile.height
        #expect(!meets)
      }
    }
    #expect(Tiling.squarified([], in: frame).isEmpty)
    #expect(Tiling.squarified([0, 0], in: frame).isEmpty)
  }

  @Test(arguments: [(0.0, 1.0), (1, 1), (3, 3), (7, 8), (97, 100), (162, 200), (17_311, 20_000)])
  func anAxisEndsAtARoundNumber(largest: Double, limit: Double) {
    let axis = NumberAxis(upTo: largest)
    #expect(axis.limit == limit)
    #expect(axis.ticks.first == 0 && axis.ticks.last == limit && axis.ticks.count <= 6)
  }

  @Test func numbersAreShort() {
    #expect(Drawing.number(3) == "3")
    #expect(Drawing.number(-0.04) == "0")
    #expect(Drawing.number(-1.25) == "-1.3")
    #expect(Drawing.number(.nan) == "0")
    #expect(Drawing.number(.infinity) == "0")
  }

  @Test func textsAreCutToTheirRoom() {
    #expect(Drawing.fitting("short", into: 100, size: 13) == "short")
    let cut = Drawing.fitting(String(repeating: "wide", count: 900), into: 80, size: 13)
    #expect(cut.hasSuffix("…") && Drawing.width(of: cut, size: 13) <= 80)
  }

  @Test func aForkOfAForkFollowsIt() throws {
    var family = Sample.landscape.families[0]
    var child = try #require(family.forks.first { $0.relation == .fork && $0.lineage?.forkPoint != nil })
    let parent = child.name
    child.name = "aaa-child"
    child.upstream = parent
    family.forks.append(child)
    let picture = try #require(FamilyTreePicture(family)?.picture(named: "x"))
    let names = picture.table.rows.map { ExplainText.plain($0[0]) }
    let place = try #require(names.firstIndex(of: parent))
    #expect(names[place + 1] == "aaa-child")
  }
}
