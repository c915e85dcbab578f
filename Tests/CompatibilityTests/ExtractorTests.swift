import Foundation
import Testing

@testable import Compatibility

/// Single contents, good and bad.
@Suite struct ExtractorTests {
  private func names(_ extraction: Extraction) -> [String] {
    if case .elements(let elements) = extraction { elements.map(\.shown) } else { ["\(extraction)"] }
  }

  @Test func grammarsInOldAndNewDress() {
    let grammar = """
      %require "3.0"
      %define api.pure full
      %code requires { #include "x.h" /* } */ }
      %parse-param { struct state *s }
      %token <std::map<int, int>> NUM 258 "number"
      %left '+' '-'
      %type <val> expr
      %start input
      %%
      input: %empty | input[left] expr[right] ';' <val>{ $$ = '"'; } NUM ;
      expr: NUM %prec NEG { // it's a brace {
          }
        | expr '+' expr = { old(); }
        | '(' error ')' %merge <both> %dprec 2
      last.one: "number"
      %%
      junk { that is not read
      """
    #expect(
      names(BisonGrammar.extract(Array(grammar.utf8))) == [
        "%token NUM = \"number\"", "%start input", "input: %empty", "input: input expr ';' NUM", "expr: NUM",
        "expr: expr '+' expr", "expr: '(' error ')'", "last.one: \"number\"",
      ]
    )
  }

  @Test(arguments: [
    ("%%\na: B { open", 2, "code in braces has no end"), ("%token A\n/* open", 2, "a comment has no end"),
    ("%%\na: 'x\n", 2, "a literal has no end"), ("%{\nint x;\n", 1, "a prologue has no end"),
    ("%%\n\na B\n: C", 3, "a colon was expected after a"), ("%%\n: C", 2, "a rule was expected"),
    ("%token <open\n", 1, "a type in angle brackets has no end"),
  ])
  func brokenGrammarsAreSaidToBe(text: String, line: Int, reason: String) {
    #expect(BisonGrammar.extract(Array(text.utf8)) == .failure(line: line, reason: reason))
  }

  @Test func aRuleMayGoOnAfterASemicolon() {
    let text = "%%\na: B ;\n  | /* empty */ {} ;\nc: D ; ;\ne: F"
    #expect(names(BisonGrammar.extract(Array(text.utf8))) == ["a: B", "a: %empty", "c: D", "e: F"])
  }

  @Test func aGrammarWithoutRulesIsNone() {
    #expect(
      BisonGrammar.extract(Array("%token A\n".utf8)) == .failure(line: nil, reason: "it has no rules: there is no %%")
    )
  }

  @Test func rulesWithoutSemicolonsDoNotNest() {
    let rules = (0..<20_000).map { "r\($0): A" }.joined(separator: "\n")
    #expect(names(BisonGrammar.extract(Array("%%\n\(rules)".utf8))).count == 20_000)
  }

  @Test(arguments: [
    ("#define A 0x0e", "A = 14"), ("#define A (1 << 4) | 3", "A = 19"), ("#define A 'R'", "A = 82"),
    ("#define B 2\n#define A (B * 3UL)", "A = 6"), ("#define A ((uint32) 7)", "A = 7"), ("#define A 010", "A = 8"),
    ("#define M(a, b) (((a) << 16) | (b))\n#define A M(3, 0)", "A = 196608"), ("#define A -1", "A = -1"),
    ("#define A sizeof(int)", "A = sizeof(int)"), ("#define A \"x\" /* c */", "A = \"x\""),
    ("#define A \\\n  4", "A = 4"), ("enum e { Z, A = 5 };", "A = 5"), ("enum e { Z = 3, A };", "A = 4"),
    ("enum e { Z = X, A };", "A = Z+1"), ("static const int A = 70016;", "A = 70016"),
    ("inline constexpr const char* A{\"version\"};", "A = \"version\""), ("#define A 1 / 0", "A = 1/0"),
    ("#define A A", "A = A"), ("#define A (1 << 99)", "A = (1<<99)"),
    ("#define A 9223372036854775807 + 1", "A = 9223372036854775807+1"),
    ("#ifdef X\n#define A 1\n#else\n#define A 2\n#endif", "A = 1 | 2"),
  ])
  func constantsByValue(source: String, expected: String) {
    guard case .elements(let elements) = CConstants.extract(Array(source.utf8)) else {
      Issue.record("it was not read: \(source)")
      return
    }
    #expect(elements.filter { $0.name == "A" }.map { "\($0.name) = \($0.signature)" } == [expected])
  }

  @Test func hostileConstantsEnd() {
    let nested = "#define A " + String(repeating: "(", count: 100_000) + "1"
    let circle = (0..<300).map { "#define A\($0) A\($0 + 1) + A\($0 + 1)" }.joined(separator: "\n")
    #expect(names(CConstants.extract(Array(nested.utf8))).count == 1)
    #expect(names(CConstants.extract(Array(circle.utf8))).count == 300)
  }

  @Test func messagesOfProtocolBuffersInAllForms() {
    let source = """
      syntax = "proto2"; import "x.proto"; package a.b;
      option (x) = { a: 1 };
      message M {
        required .c.D d = 1 [(opt) = {x: "}"}];
        oneof choice { string left = 2; bytes right = 3; }
        optional group Part = 4 { optional int32 n = 5; }
        message Inner { enum E { option allow_alias = true; ZERO = 0; MINUS = -1; } }
        reserved 7, 8; extensions 100 to 199;
      }
      extend M { optional int32 more = 100; }
      """
    #expect(
      names(Protobuf.extract(Array(source.utf8))) == [
        "message a.b.M", "a.b.M.d = required.c.D = 1", "a.b.M.left = string = 2", "a.b.M.right = bytes = 3",
        "a.b.M.Part = optional group = 4", "a.b.M.Part.n = optional int32 = 5", "message a.b.M.Inner",
        "enum a.b.M.Inner.E", "a.b.M.Inner.E.ZERO = 0", "a.b.M.Inner.E.MINUS = -1", "a.b.more = optional int32 = 100",
      ]
    )
  }

  @Test(arguments: [
    "message M {", "message M { } }", "message M { enum E { A = 0;", String(repeating: "message M { ", count: 5_000),
  ])
  func messagesThatAreNotClosedAreSaidToBe(source: String) {
    #expect(
      Protobuf.extract(Array(source.utf8)) == .failure(line: nil, reason: "braces are not closed, or nest too deep")
    )
  }

  @Test func commandsThatAreNoJSON() {
    #expect(CommandTable.extract(Array("{ nothing".utf8)) == .failure(line: nil, reason: "it is no JSON"))
    #expect(CommandTable.extract(Array("[1]".utf8)) == .other)
    #expect(CommandTable.extract(Array("{\"GET\": 3}".utf8)) == .other)
    let deep = String(repeating: "{\"arguments\":[", count: 60) + String(repeating: "]}", count: 60)
    #expect(names(CommandTable.extract(Array("{\"X\": {\"arity\": 1, \"arguments\": [\(deep)]}}".utf8))).count == 1)
  }

  @Test func settingsOfManyKinds() {
    let sample = """
      # shared memory
      #shared_buffers = 128MB   # min 128kB
      #Port 22
      # Port of the server
      listen = 'a # b' # which
      [server]
      ;key = 3
      bind 127.0.0.1 -::1
      #this is = prose of a person
      """
    #expect(
      names(Settings.extract(Array(sample.utf8))) == [
        "shared_buffers = 128MB", "Port = 22", "listen = 'a # b'", "server.key = 3", "server.bind = 127.0.0.1 -::1",
      ]
    )
  }

  @Test func parametersLoseTheirNames() {
    #expect(CtagsLine.signature("(z_streamp strm, int flush)") == "(z_streamp, int)")
    #expect(
      CtagsLine.signature("(const char *name, unsigned long n, struct x *y)")
        == "(const char*, unsigned long, struct x*)"
    )
    #expect(CtagsLine.signature("(void)") == "(void)")
    #expect(CtagsLine.signature("(unsigned int, struct x)") == "(unsigned int, struct x)")
  }

  @Test func whatIsStoredIsReadBack() {
    let extractions: [Extraction] = [
      .other, .failure(line: 3, reason: "x"), .failure(line: nil, reason: "y: z"), .elements([]),
      .elements([Element("a"), Element("b", "1"), Element("c", "2", text: "0x2"), Element("", "")]),
    ]
    for extraction in extractions { #expect(Extraction(decoding: extraction.encoded()) == extraction) }
    for bytes: [UInt8] in [[], [0], Array("e".utf8) + [65], Array("fx".utf8), Array("e".utf8) + [65, 1]] {
      #expect(Extraction(decoding: bytes) == nil)
    }
  }
}
