/// Works out integer expressions of C, as far as the macros of one file allow.
struct ConstantValue {
  /// A macro's parameters, nil where it has none, and what it stands for.
  struct Macro {
    let parameters: [String]?
    let body: [CTokens.Token]
  }

  let macros: [String: Macro]
  /// Names with a known value, as enumerators.
  let known: [String: Int64]

  /// The value of `tokens`; nil where they are no integer expression, or name what the file does not define.
  func value(of tokens: [CTokens.Token]) -> Int64? {
    var budget = 2_000
    return value(of: tokens, arguments: [:], depth: 0, &budget)
  }

  private func value(
    of tokens: [CTokens.Token],
    arguments: [String: Int64],
    depth: Int,
    _ budget: inout Int
  ) -> Int64? {
    budget -= tokens.count + 1
    guard depth < 16, budget > 0, !tokens.isEmpty, tokens.count < 200 else { return nil }
    var parser = Parser(values: self, tokens: tokens, arguments: arguments, depth: depth, budget: budget)
    let value = parser.expression(above: 0)
    budget = parser.budget
    return parser.place == tokens.count ? value : nil
  }

  /// Digits with suffixes, a character; nil for anything else.
  static func literal(_ token: CTokens.Token) -> Int64? {
    if token.kind == .character {
      let body = Array(token.text.utf8.dropFirst().dropLast())
      if body.count == 1 { return Int64(body[0]) }
      guard body.first == UInt8(ascii: "\\"), body.count == 2 else { return nil }
      let escapes: [Character: Int64] = [
        "0": 0, "a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "e": 27, "\\": 92, "'": 39, "\"": 34,
      ]
      return escapes[Character(Unicode.Scalar(body[1]))]
    }
    guard token.kind == .number else { return nil }
    var digits = token.text.lowercased().filter { $0 != "'" && $0 != "_" }
    let isHex = digits.hasPrefix("0x")
    while let last = digits.last, "ul".contains(last) || (!isHex && last == "z") { digits.removeLast() }
    if isHex { return UInt64(digits.dropFirst(2), radix: 16).map { Int64(bitPattern: $0) } }
    if digits.hasPrefix("0b") { return Int64(digits.dropFirst(2), radix: 2) }
    if digits.hasPrefix("0"), digits.count > 1 { return Int64(digits, radix: 8) }
    return Int64(digits)
  }

  private struct Parser {
    let values: ConstantValue
    let tokens: [CTokens.Token]
    let arguments: [String: Int64]
    let depth: Int
    var budget: Int
    var place = 0
    /// How many parentheses and signs are open: a hostile file nests without end.
    private var nesting = 0

    init(values: ConstantValue, tokens: [CTokens.Token], arguments: [String: Int64], depth: Int, budget: Int) {
      (self.values, self.tokens, self.arguments) = (values, tokens, arguments)
      (self.depth, self.budget) = (depth, budget)
    }

    private static let powers: [String: Int] = [
      "|": 1, "^": 2, "&": 3, "<<": 4, ">>": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6,
    ]

    private var here: CTokens.Token? { place < tokens.count ? tokens[place] : nil }

    mutating func expression(above power: Int) -> Int64? {
      guard var left = operand() else { return nil }
      while let sign = here, sign.kind == .sign, let own = Self.powers[sign.text], own > power {
        place += 1
        guard let right = expression(above: own), let result = Self.apply(sign.text, left, right) else { return nil }
        left = result
      }
      return left
    }

    private static func apply(_ sign: String, _ left: Int64, _ right: Int64) -> Int64? {
      func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
        result.overflow ? nil : result.partialValue
      }
      switch sign {
      case "|": return left | right
      case "^": return left ^ right
      case "&": return left & right
      case "<<": return (0..<64).contains(right) ? left << right : nil
      case ">>": return (0..<64).contains(right) ? left >> right : nil
      case "+": return checked(left.addingReportingOverflow(right))
      case "-": return checked(left.subtractingReportingOverflow(right))
      case "*": return checked(left.multipliedReportingOverflow(by: right))
      case "/": return right == 0 ? nil : checked(left.dividedReportingOverflow(by: right))
      default: return right == 0 ? nil : checked(left.remainderReportingOverflow(dividingBy: right))
      }
    }

    private mutating func operand() -> Int64? {
      nesting += 1
      defer { nesting -= 1 }
      guard nesting < 50, let token = here else { return nil }
      place += 1
      switch token.kind {
      case .number, .character: return ConstantValue.literal(token)
      case .text: return nil
      case .name: return name(token.text)
      case .sign: break
      }
      switch token.text {
      case "-": return operand().flatMap { $0 == .min ? nil : -$0 }
      case "+": return operand()
      case "~": return operand().map { ~$0 }
      case "(":
        if isCast {
          place = (tokens[place...].firstIndex { $0.text == ")" } ?? place) + 1
          return operand()
        }
        let inner = expression(above: 0)
        guard here?.text == ")" else { return nil }
        place += 1
        return inner
      default: return nil
      }
    }

    /// Whether a type in parentheses stands here, such as `(uint32)`.
    private var isCast: Bool {
      guard let end = tokens[place...].firstIndex(where: { $0.text == ")" }), end > place, end + 1 < tokens.count else {
        return false
      }
      let inner = tokens[place..<end]
      let following = tokens[end + 1]
      return inner.allSatisfy { $0.kind == .name && arguments[$0.text] == nil && values.macros[$0.text] == nil }
        && !inner.contains { values.known[$0.text] != nil }
        && (following.kind != .sign || following.text == "(")
    }

    private mutating func name(_ name: String) -> Int64? {
      if let value = arguments[name] ?? values.known[name] { return value }
      guard let macro = values.macros[name] else { return nil }
      var bound: [String: Int64] = [:]
      if let parameters = macro.parameters {
        guard let given = call(), given.count == parameters.count else { return nil }
        for (parameter, value) in zip(parameters, given) { bound[parameter] = value }
      }
      return values.value(of: macro.body, arguments: bound, depth: depth + 1, &budget)
    }

    private mutating func call() -> [Int64]? {
      guard here?.text == "(" else { return nil }
      place += 1
      var given: [Int64] = []
      while true {
        guard let value = expression(above: 0) else { return nil }
        given.append(value)
        guard let sign = here, sign.text == "," || sign.text == ")" else { return nil }
        place += 1
        if sign.text == ")" { return given }
      }
    }
  }
}
