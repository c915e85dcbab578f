"""What scripts/field measures of the track beyond one run: the fit of its weights, and whether verdicts stand still."""

import sys
import tempfile
from pathlib import Path

import track_model
from field_set import (
    ForkscapeFailed, analyze, folder, git, landscape, pairs, short_name, split_ref, the_fork, wilson,
)


def signals(reports):
    """Rows of the model's data from the reports that `run --keep` left."""
    for pair in pairs():
        out = Path(reports) / split_ref(pair.fork)[0].replace("/", "+")
        if pair.track not in ("same", "different") or not (out / "landscape.json").exists():
            continue
        fork = the_fork(landscape(out), short_name(pair))
        if fork and fork["track"]:
            yield pair.family, pair.fork, pair.track, track_model.values(fork["track"])


def fit(reports):
    if reports:
        track_model.store(signals(reports))
    rows = track_model.load()
    cases = track_model.left_out(rows)
    for (_, fork, track, _), probability in sorted(cases, key=lambda case: case[1]):
        if track_model.verdict(probability) != track:
            print(f"NO  {fork:50} {track} BUT {track_model.verdict(probability)} ({probability:.2f} same-track)")
    right = sum(track_model.verdict(probability) == row[2] for row, probability in cases)
    undetermined = sum(track_model.verdict(probability) == "undetermined" for _, probability in cases)
    low, high = wilson(right, len(cases))
    print(f"one family left out at a time: {right} of {len(cases)} right: {right / len(cases):.3f} "
          f"(95 %: {low:.3f} to {high:.3f}), undetermined {undetermined}")
    bins, brier = track_model.reliability(cases)
    print("chance of the surer track   forks   mean chance   right")
    for low, high, count, mean, share in bins:
        print(f"{low:.1f} to {high:.1f}{count:24}   " + (f"{mean:11.2f}   {share:5.2f}" if count else "          -       -"))
    print(f"Brier score {brier:.3f}")
    weights = track_model.fit(rows)
    track_model.write_weights(weights)
    print(", ".join(f"{name} {weight:.2f}" for name, weight in zip(["prior", *track_model.SIGNALS], weights)))


def points(pair, count=10, years=2):
    """(fork's commit, upstream's commit, date) at even steps over the last years of the fork's own activity."""
    fork, ref = folder(pair.fork), split_ref(pair.fork)[1] or "HEAD"
    last = int(git(fork, "log", "-1", "--format=%ct", ref))
    for step in range(count):
        date = last - (count - 1 - step) * years * 365 * 86400 // (count - 1)
        until = f"--until={date}"
        ours = git(fork, "log", "-1", "--first-parent", "--format=%H", until, ref)
        theirs = git(folder(pair.upstream), "log", "-1", "--first-parent", "--format=%H", until,
                     split_ref(pair.upstream)[1] or "HEAD")
        if ours and theirs:
            yield ours, theirs, date


def stability(forkscape, todo):
    """A line a fork: its verdicts, oldest first. 1 where any changed more than once."""
    failed = unsteady = 0
    for pair in todo:
        words = []
        for ours, theirs, date in points(pair):
            with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
                try:
                    found = analyze(forkscape, "--upstream", f"{folder(pair.upstream)}@{theirs}", "--fork",
                                    f"{short_name(pair)}={folder(pair.fork)}@{ours}", "--only", "track", "--no-cache",
                                    "--now", iso(date), out=Path(temporary) / "report")
                except ForkscapeFailed as error:
                    print(f"    {pair.fork}: {error}", file=sys.stderr)
                    failed += 1
                    continue
            fork = the_fork(found, short_name(pair))
            words.append(((fork or {}).get("track") or {}).get("verdict") or "-")
        told = [word for word in words if word != "-"]  # before the split there is nothing to tell
        changes = sum(left != right for left, right in zip(told, told[1:]))
        unsteady += changes > 1
        marks = {"same-track": "S", "different-track": "D", "undetermined": "?", "-": "-"}
        print(f"{'ok' if changes <= 1 else 'NO'}  {pair.fork:50} {''.join(marks[word] for word in words):10}  "
              f"{changes} changes", flush=True)
    print(f"{len(todo) - unsteady} of {len(todo)} change at most once (S same-track, D different-track, ? undetermined)")
    return 1 if unsteady or failed else 0


def iso(seconds):
    import datetime
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
