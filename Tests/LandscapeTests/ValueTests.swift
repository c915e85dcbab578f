import Evidence
import Foundation
import GitValues
import Landscape
import Testing

@Suite struct ValueTests {
  @Test(
    arguments: [
      (0.123_449_9, 0.1234), (0.123_451, 0.1235), (-0.000_01, 0.0), (1.0 / 3, 0.3333), (5510.0, 5510.0), (-2.5, -2.5),
    ] as [(Double, Double)]
  )
  func numbersHaveFourDecimals(number: Double, rounded: Double) {
    #expect(number.toFourDecimals == rounded)
    #expect(number.toFourDecimals.sign == .plus || rounded < 0)
  }

  @Test func entriesRoundWhenTheyAreMade() {
    #expect(TerritoryEntry(home: 1.0 / 3, quiet: 2.0 / 3, new: 0).home == 0.3333)
    let evidence = EvidenceEntry(signal: "s", value: 0.123_456, weight: 2.0 / 3, says: "x", message: "m", text: "t")
    #expect(evidence.value == 0.1235)
    #expect(evidence.weight == 0.6667)
  }

  @Test func parametersAreTypedSortedAndCanonical() throws {
    let parameters: Parameters = ["b": 2.0, "a": "x", "d": true, "c": 0.123_456, "e": 7]
    #expect(parameters.entries.map(\.name) == ["a", "b", "c", "d", "e"])
    #expect(parameters["b"] == .int(2))
    #expect(parameters["b"]?.doubleValue == 2)
    #expect(parameters["c"] == .double(0.1235))
    #expect(parameters["missing"] == nil)
    let data = try JSONEncoder().encode(parameters)
    let read = try JSONDecoder().decode(Parameters.self, from: data)
    #expect(read == parameters)
    #expect(read["d"] == .bool(true))
    #expect(read["e"] == .int(7))
  }

  @Test func trueIsNoNumberAndOneIsNoBoolean() throws {
    let read = try JSONDecoder().decode([ParameterValue].self, from: Data(#"[1, true, 0, false, "1", 1.5]"#.utf8))
    #expect(read == [.int(1), .bool(true), .int(0), .bool(false), .string("1"), .double(1.5)])
  }

  @Test func aNumberThatIsNoneCannotBeWritten() {
    let landscape = Landscape(
      generator: GeneratorEntry(version: "0", libgit2: nil),
      now: .earliest,
      clones: [],
      families: [],
      notAnalysed: [NotAnalysedEntry(what: "x", reason: "y", parameters: ["n": .double(.nan)])]
    )
    #expect(throws: EncodingError.self) { try landscape.encoded() }
  }

  @Test func fileCountsNameEveryClass() throws {
    var files = FilesEntry([.identical: 3, .deletedByBoth: 2])
    files[.addedByFork] = 4
    #expect(files.total == 9)
    let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(files)) as? [String: Int]
    #expect(object?.count == 13)
    #expect(object?["addedByFork"] == 4)
    #expect(Set(object?.keys.map { $0 } ?? []) == Set(FileClass.allCases.map(\.rawValue)))
  }
}
