import Landscape

/// The page of one fork: the verdict, and all that it rests on.
struct ForkPage {
  let context: ForkContext
  /// The upstream's portrait, for its licence.
  var upstreamPortrait: PortraitEntry? {
    context.upstreamName == context.family.upstream.name ? context.family.upstream.portrait : nil
  }

  private var fork: ForkEntry { context.fork }

  var document: Document {
    var blocks: [Block] = [.paragraph(ForkWords.back), .heading(1, Phrase(fork.name)), .paragraph(verdict)]
    let best = context.evidenceForVerdict.prefix(3).map(Phrase.said)
    let against = context.evidenceAgainst.map(ForkWords.against)
    if !best.isEmpty || against != nil { blocks.append(.list(best + [against].compactMap { $0 })) }
    if let distance { blocks.append(.paragraph(distance)) }
    if let portrait { blocks.append(.paragraph(portrait)) }
    if !fork.notes.isEmpty {
      blocks += [.heading(2, ForkWords.notesTitle), .list(fork.notes.map(Phrase.said))]
    }
    blocks += ForkFacts(context: context).blocks
    blocks += ForkSections(context: context).blocks
    return Document(blocks)
  }

  /// The paragraphs that say in short what there is to know: verdict, distance, portrait.
  var lead: [Phrase] { [verdict] + [distance, portrait].compactMap { $0 } }

  private var verdict: Phrase {
    switch fork.relation {
    case .mirror: return ForkWords.mirror(fork: fork.name, upstream: context.upstreamName)
    case .unrelated: return ForkWords.unrelated(fork: fork.name, upstream: context.upstreamName)
    case .notAnalysed: return ForkWords.notAnalysed(fork: fork.name)
    case .fork: break
    }
    guard let track = fork.track else {
      return ForkWords.noTrack(fork: fork.name, upstream: context.upstreamName)
    }
    let declared: Phrase = track.declared.map { " " + ForkWords.declared($0, found: track.verdict) } ?? ""
    let crossed: Phrase = track.crossed.map { " " + ForkWords.crossed($0, upstream: context.upstreamName) } ?? ""
    return ForkWords.verdict(track, fork: fork.name, upstream: context.upstreamName) + declared + crossed
  }

  private var distance: Phrase? {
    guard fork.relation == .fork, let lineage = fork.lineage else { return nil }
    var sentences: [Phrase] = []
    if let base = lineage.effectiveBase {
      sentences.append(ForkWords.distance(base, upstream: context.upstreamName))
    }
    if let divergence = fork.divergence, let line = lineage.line {
      if let ahead = divergence.ahead, let behind = divergence.behind {
        sentences.append(ForkWords.distance(ahead: ahead, behind: behind, line: .code(line.ref.shortRef)))
      } else {
        sentences.append(lineage.gitMergeBase == nil ? ForkWords.noCommonCommits : ForkWords.cutOff)
      }
    }
    if let patches = fork.patches {
      sentences.append(ForkWords.distance(patches, of: fork, upstream: context.upstreamName))
    }
    if let activity = fork.activity, let own = fork.asOf {
      sentences.append(ForkWords.activity(activity, asOf: min(own, context.upstreamAsOf ?? own)))
    }
    if context.isOfAnotherAge, let days = context.daysNewer {
      sentences.append(
        LandscapeWords.otherAge(
          whose: "Its",
          upstream: context.upstreamName,
          days: days,
          countsPatches: fork.patches != nil
        )
      )
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var portrait: Phrase? {
    guard let portrait = fork.portrait else { return nil }
    var sentences: [Phrase] = []
    if let describes = portrait.describes { sentences.append(ForkWords.says(describes)) }
    if let forkOf = portrait.forkOf, portrait.describes?.contains(forkOf) != true {
      sentences.append(ForkWords.saysForkOf(forkOf))
    }
    if let license = portrait.license {
      sentences.append(ForkWords.license(fork: license, upstream: upstreamPortrait?.license))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
