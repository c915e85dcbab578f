/// The pictures of one fork, with names of their own in `assets/`; nil where there is nothing to draw.
struct ForkPictures {
  let context: ForkContext

  var territory: Picture? { TerritoryPicture(context.fork)?.picture(named: name("territory")) }
  var distance: Picture? { DistancePicture(context.fork)?.picture(named: name("distance")) }
  var flow: Picture? { FlowPicture(context)?.picture(named: name("flow")) }

  /// `redis~KeyDB~territory`: safe file names with a tilde between, of the family, the fork and the kind.
  private func name(_ kind: String) -> String { "\(context.slug)~\(kind)" }
}
