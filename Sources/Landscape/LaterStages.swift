// Stages that this version does not run. Their fields are in the JSON as null, so that a reader written today keeps
// working when they are filled; a value where only null can stand is refused on reading, never dropped.

/// What merging the line into the fork would meet. No value exists yet.
public typealias MergeForecastEntry = Never
