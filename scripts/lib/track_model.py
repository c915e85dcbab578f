"""The model of the track: logistic regression on few signals, weights kept small, judged by leaving families out.

Signals are the evidence of landscape.json, by the names below; one that did not speak is 0. The data is
scripts/lib/signals.tsv, the weights go into Sources/Track/Weights.swift.
"""

import math
import re

from field_set import ROOT

DATA = ROOT / "scripts/lib/signals.tsv"
WEIGHTS = ROOT / "Sources/Track/Weights.swift"
# The constant in Weights.swift and the signal in the evidence.
SIGNALS = {"keptName": "name", "upstreamEnded": "upstream's fate", "keptLicence": "licence",
           "statement": "self-description", "likeness": "self-definition", "sharedTerms": "shared terms",
           "otherTopic": "vocabulary"}
PENALTY = 0.5  # of a squared weight; the prior is let go where it will
DECISION = 0.2  # Weights.decision


def values(track):
    """A fork's signals in the order of SIGNALS."""
    found = {entry["signal"]: entry["value"] for entry in track["evidence"] if entry["weight"] or entry["value"]}
    return [found.get(signal) or 0.0 for signal in SIGNALS.values()]


def store(rows):
    """Rows: (family, fork, track, values)."""
    with DATA.open("w") as out:
        out.write("# " + "\t".join(["family", "fork", "track", *SIGNALS]) + "\n")
        for family, fork, track, numbers in rows:
            out.write("\t".join([family, fork, track, *(f"{number:.4f}" for number in numbers)]) + "\n")


def load():
    rows = []
    for line in DATA.read_text().splitlines():
        if line and not line.startswith("#"):
            family, fork, track, *numbers = line.split("\t")
            rows.append((family, fork, track, [float(number) for number in numbers]))
    return rows


def fit(rows, penalty=PENALTY):
    """The prior and the weights: Newton's method on the penalised likelihood."""
    import numpy
    x = numpy.array([[1.0, *row[3]] for row in rows])
    y = numpy.array([row[2] == "same" for row in rows], float)
    ridge = numpy.array([0.05] + [penalty] * (x.shape[1] - 1))
    weights = numpy.zeros(x.shape[1])
    for _ in range(60):
        chance = 1 / (1 + numpy.exp(-x @ weights))
        slope = x.T @ (chance - y) + ridge * weights
        bend = (x.T * (chance * (1 - chance))) @ x + numpy.diag(ridge)
        weights -= numpy.linalg.solve(bend, slope)
    return [float(weight) for weight in weights]


def chance(weights, numbers):
    """How probable same-track is."""
    return 1 / (1 + math.exp(-(weights[0] + sum(weight * number for weight, number in zip(weights[1:], numbers)))))


def left_out(rows):
    """(row, chance) of every row by the weights that all other families give."""
    found = []
    for family in dict.fromkeys(row[0] for row in rows):
        weights = fit([row for row in rows if row[0] != family])
        found += [(row, chance(weights, row[3])) for row in rows if row[0] == family]
    return found


def verdict(probability):
    score = math.log(probability / (1 - probability))
    return "undetermined" if abs(score) < DECISION else "same" if score > 0 else "different"


def write_weights(weights):
    text = WEIGHTS.read_text()
    lines = [f"  static let {name} = {weight:.2f}" for name, weight in zip(["prior", *SIGNALS], weights)]
    text = re.sub(r"(?<=  // fitted\n).*?(?=  // end of fitted)", "\n".join(lines) + "\n", text, flags=re.S)
    WEIGHTS.write_text(text)


def reliability(cases):
    """Five bins of the surer track's chance: (from, to, how many, mean chance, share right); and the Brier score."""
    bins = []
    for place in range(5):
        low, high = 0.5 + place / 10, 0.6 + place / 10
        inside = [(max(p, 1 - p), (p > 0.5) == (row[2] == "same")) for row, p in cases
                  if low <= max(p, 1 - p) < high or (place == 4 and max(p, 1 - p) >= 1)]
        count = len(inside)
        bins.append((low, high, count, sum(c for c, _ in inside) / count if count else None,
                     sum(r for _, r in inside) / count if count else None))
    return bins, sum((p - (row[2] == "same")) ** 2 for row, p in cases) / len(cases)
