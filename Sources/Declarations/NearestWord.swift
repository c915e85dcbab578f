/// Finds the word that was probably meant.
public enum NearestWord {
  /// What to add to a message on an unknown word: the nearest known one, else all of them.
  public static func hint(for word: String, among known: [String]) -> String {
    var best: (word: String, distance: Int)?
    for candidate in known {
      let distance = distance(word.lowercased(), candidate.lowercased())
      if let found = best, found.distance <= distance { continue }
      best = (candidate, distance)
    }
    if let best, best.distance * 2 <= max(word.count, best.word.count) { return "; did you mean `\(best.word)`?" }
    return "; known are " + known.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// Levenshtein's distance: how many characters must be put in, taken out or changed.
  public static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var row = Array(0...right.count)
    for (index, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let above = row[column + 1]
        let changed = diagonal + (right[column] == character ? 0 : 1)
        row[column + 1] = min(changed, above + 1, row[column] + 1)
        diagonal = above
      }
    }
    return row[right.count]
  }
}
