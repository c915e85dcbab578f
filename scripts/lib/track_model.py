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
PENALTY = 0.3  # of a squared weight; the prior is let go where it will
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
    points = [([1.0, *row[3]], row[2] == "same") for row in rows]
    size = len(points[0][0])
    ridge = [0.05] + [penalty] * (size - 1)
    weights = [0.0] * size
    for _ in range(30):
        slope = [ridge[i] * weights[i] for i in range(size)]
        bend = [[ridge[i] if i == j else 0.0 for j in range(size)] for i in range(size)]
        for x, same in points:
            probability = 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, x))))
            for i in range(size):
                slope[i] += x[i] * (probability - same)
                for j in range(size):
                    bend[i][j] += x[i] * x[j] * probability * (1 - probability)
        weights = [weight - step for weight, step in zip(weights, solve(bend, slope))]
    return weights


def solve(matrix, right):
    """The solution of a system of linear equations, by elimination."""
    rows = [line[:] + [value] for line, value in zip(matrix, right)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda place: abs(rows[place][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for j in range(len(rows)):
            if j != i:
                factor = rows[j][i] / rows[i][i]
                rows[j] = [left - factor * upper for left, upper in zip(rows[j], rows[i])]
    return [line[-1] / line[i] for i, line in enumerate(rows)]


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
