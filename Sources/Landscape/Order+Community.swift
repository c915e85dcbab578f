/// The orders of a community's lists.
extension CommunityEntry {
  func sorted() -> CommunityEntry {
    var copy = self
    copy.organisations.sort(by: OrganisationEntry.isOrdered)
    copy.years = years.map { year in
      var year = year
      year.organisations.sort(by: OrganisationEntry.isOrdered)
      return year
    }
    .sorted { $0.year < $1.year }
    copy.people.sort(by: PersonEntry.isOrdered)
    copy.landers.people.sort(by: PersonEntry.isOrdered)
    copy.landing?.byOrganisation.sort {
      OrderKey.ascending(.number(-Double($0.cases), -Double($1.cases)), .text($0.group, $1.group))
    }
    copy.landing?.bySize.sort { OrderKey.ascending(.text($0.group, $1.group)) }
    copy.landing?.byYear.sort { OrderKey.ascending(.text($0.group, $1.group)) }
    copy.life.months.sort { $0.month.precedes($1.month) }
    copy.life.customBranches.sort {
      OrderKey.ascending(.number(-Double($0.commits), -Double($1.commits)), .text($0.ref, $1.ref))
    }
    copy.outlet.parts.sort { OrderKey.ascending(.number(-$0.weight, -$1.weight), .text($0.sign, $1.sign)) }
    copy.outlet.drops.sort {
      OrderKey.ascending(
        .number(-Double($0.files), -Double($1.files)),
        .number(-Double($0.date.seconds), -Double($1.date.seconds)),
        .text($0.commit, $1.commit)
      )
    }
    for group in [\MovedEntry.upstream, \.fork, \.both, \.neither] {
      copy.moved?[keyPath: group].leading.sort(by: MoverEntry.wroteMoreBefore)
    }
    copy.partners?.organisations.sort {
      OrderKey.ascending(.number(-Double($0.fork), -Double($1.fork)), .text($0.name, $1.name))
    }
    copy.partners?.leading.sort {
      OrderKey.ascending(.number(-Double($0.fork), -Double($1.fork)), .text($0.name, $1.name))
    }
    copy.unanswered.sort(by: NotAnalysedEntry.isOrdered)
    return copy
  }
}

extension OrganisationEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(.number(-left.share, -right.share), .text(left.name, right.name))
  }
}

extension PersonEntry {
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    func time(_ entry: Self) -> Double { entry.first.map { Double($0.seconds) } ?? .infinity }
    return OrderKey.ascending(
      .number(-Double(left.commits), -Double(right.commits)),
      .number(time(left), time(right)),
      .text(left.name, right.name),
      .text(left.organisation, right.organisation)
    )
  }
}

extension MoverEntry {
  static func wroteMoreBefore(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .number(-Double(left.before ?? 0), -Double(right.before ?? 0)),
      .number(-Double(left.fork), -Double(right.fork)),
      .text(left.name, right.name)
    )
  }
}
