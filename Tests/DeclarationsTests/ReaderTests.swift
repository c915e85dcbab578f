import Declarations
import Testing

@Suite struct ReaderTests {
  @Test func everyProblemIsFoundWithItsPlace() {
    var reader = DeclarationReader(file: "x.yml")
    let root = reader.parse("one: 1\ntwo: [a, {b: c}]\nthree: maybe\nfuor: 4\n")
    let values = reader.mapping(root, "the file", keys: ["one", "two", "three", "four"])
    #expect(reader.count(values["one"], "one") == 1)
    #expect(reader.texts(values["two"], "two") == ["a"])
    #expect(reader.flag(values["three"], "three") == nil)
    #expect(
      DeclarationError(reader.problems).problems.map(\.description) == [
        "x.yml:2:10: a part of two must be text", "x.yml:3:8: three must be true or false, not `maybe`",
        "x.yml:4:1: `fuor` is no key of the file; did you mean `four`?",
      ]
    )
  }

  @Test(arguments: ["a: [", "a: b: c", "a: 1\na: 2\n", "\t- x"])
  func whatIsNoYAMLIsOneProblem(text: String) {
    var reader = DeclarationReader(file: "x.yml")
    #expect(reader.parse(text) == nil)
    #expect(reader.problems.count == 1)
  }

  @Test func quotesKeepAWordFromBeingEmpty() {
    var reader = DeclarationReader(file: "x.yml")
    let root = reader.parse("a: null\nb: \"null\"\nc: ~\nd:\n")
    #expect(reader.mapping(root, "the file", keys: ["a", "b", "c", "d"]).keys.sorted() == ["b"])
    #expect(reader.problems.isEmpty)
  }

  @Test(arguments: [("kitten", "sitting", 3), ("", "abc", 3), ("same", "same", 0)])
  func distancesAreLevenshteins(left: String, right: String, distance: Int) {
    #expect(NearestWord.distance(left, right) == distance)
  }
}
