"""What scripts/field measures of the drift check: a fork's last two years in points, and policies of real forks."""

import collections
import datetime
import json
import subprocess
import tempfile
import time
from pathlib import Path

from field_set import (
    ForkscapeFailed, GitFailed, analyze, argument, folder, git, scratch, short_name, split_ref, the_fork,
)

POLICIES = Path(__file__).resolve().parent / "policies"
REPLAYED = ["ethereum/go-ethereum:ethereum-optimism/op-geth", "git/git:git-for-windows/git"]  # merged; rebased
OVERDUE = 120

# Drift only: no rule whose answer depends on what a team agreed on.
POLICY = f"""\
policy:
  rules:
    behind-commits: {{ max: 200 }}
    behind-releases: {{ max: 2 }}
    behind-days: {{ max: 180 }}
    sync-overdue: {{ days: {OVERDUE} }}
    drift-growing: {{ severity: warning, months: 3, least: 50 }}
    missing-fixes: {{ severity: error, days: 30 }}
    merge-conflicts: {{ severity: warning, max: 20 }}
    base-differs: warning
    carried-upstream: off
    label-false: off
    licence-changed: off
    track-changed: off
    incomplete-clone: off
"""


def check(forkscape, pair, policy, cache, *more, upstream=None, fork=None):
    """Exit code, findings by rule, rules without an answer, seconds."""
    command = [forkscape, "check", "--upstream", upstream or argument(pair.upstream), "--fork",
               f"{short_name(pair)}={fork or argument(pair.fork)}", "--policy", str(policy), "--cache", str(cache),
               "--format", "json", *more]
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    seconds = time.monotonic() - start
    if done.returncode not in (0, 1, 3):
        said = done.stderr.strip().splitlines() or ["no message"]
        raise ForkscapeFailed(f"exit {done.returncode}: {said[-1]}")
    found = json.loads(done.stdout)
    rules = collections.Counter(finding["rule"] for finding in found["findings"])
    unknown = sorted({gap["rule"] for gap in found["notAnalysed"] if gap.get("rule")})
    return done.returncode, rules, unknown, seconds


def words(rules, unknown):
    """Findings by rule, then the rules that gave no answer."""
    return ", ".join([f"{rule} {count}" for rule, count in sorted(rules.items())] + [f"{rule} ?" for rule in unknown])


# replay

def own_line(bare, pair):
    """(commit, time) of the fork, newest first: first parents, but past a rebase onto upstream the stack before it.

    A rebase that keeps what it replaces is a merge whose first parent is upstream's; the fork goes on at the other.
    """
    head = git(folder(pair.fork), "rev-parse", (split_ref(pair.fork)[1] or "HEAD") + "^{commit}")
    theirs = git(folder(pair.upstream), "for-each-ref", "--format=%(objectname)", "refs/heads").split()
    rows = git(bare, "log", "--format=%H %ct %P", head, "--not", *theirs).splitlines()
    own = {commit: (int(seconds), parents) for commit, seconds, *parents in map(str.split, rows)}
    while head in own:
        seconds, parents = own[head]
        yield head, seconds
        head = next((parent for parent in parents if parent in own), None)


def merge_base_of(bare, ours, theirs):
    try:
        return git(bare, "merge-base", ours, theirs)
    except GitFailed:
        return None


def points(bare, pair, count=12, years=2):
    """(fork's commit, upstream's commit, date) at even steps over the last years; none before the fork's own line."""
    line = list(own_line(bare, pair))
    for step in range(count):
        date = line[0][1] - (count - 1 - step) * years * 365 * 86400 // (count - 1)
        ours = next((commit for commit, seconds in line if seconds <= date), None)
        theirs = git(folder(pair.upstream), "log", "-1", "--first-parent", "--format=%H", f"--until={date}",
                     split_ref(pair.upstream)[1] or "HEAD")
        if ours and theirs:
            yield ours, theirs, date


def replay(forkscape, todo):
    """A row a point. 1 where a finding of sync-overdue is not there when git's merge base says so, or is when not."""
    wrong = failed = 0
    for pair in todo:
        print(f"{pair.upstream} : {pair.fork}\n"
              f"    date        fork        exit  behind  base        synced   findings", flush=True)
        with scratch(folder(pair.upstream), folder(pair.fork)) as bare:
            policy, last, stood = bare.parent / "policy.yml", None, None
            policy.write_text(POLICY)
            for ours, theirs, date in points(bare, pair):
                here = {"upstream": f"{folder(pair.upstream)}@{theirs}", "fork": f"{folder(pair.fork)}@{ours}"}
                cache, now = bare.parent / "cache", iso(date)
                try:
                    code, rules, unknown, _ = check(forkscape, pair, policy, cache, "--now", now, **here)
                    found = analyze(forkscape, "--upstream", here["upstream"], "--fork",
                                    f"{short_name(pair)}={here['fork']}", "--only", "lineage", "--cache", str(cache),
                                    "--now", now, out=bare.parent / "report")
                except ForkscapeFailed as error:
                    print(f"NO  {now[:10]}  {ours[:10]}  {error}", flush=True)
                    failed += 1
                    continue
                lineage = (the_fork(found, short_name(pair)) or {}).get("lineage") or {}
                merge_base = merge_base_of(bare, ours, theirs)
                bases = merge_base, (lineage.get("effectiveBase") or {}).get("commit")
                behind = int(git(bare, "rev-list", "--count", "--no-merges", f"{ours}..{theirs}"))
                based = int(git(bare, "log", "-1", "--format=%ct", merge_base)) if merge_base else 0
                synced = "-" if last is None else "git" if bases[0] != last[0] else "no" if bases == last else "content"
                stood = date if synced != "no" else stood
                last = bases
                # From git alone: due where the base stood still over points for longer than the limit; not due where
                # the base is younger than that, or upstream has nothing new.
                due = behind > 0 and date - stood > OVERDUE * 86400
                fresh = behind == 0 or date - based <= OVERDUE * 86400
                bad = due and not rules["sync-overdue"] or fresh and rules["sync-overdue"] > 0
                wrong += bad
                print(f"{'NO' if bad else 'ok'}  {now[:10]}  {ours[:10]}  {code:4}  {behind:6}  {iso(based)[:10]}  "
                      f"{synced:7}  {words(rules, unknown) or '-'}", flush=True)
    print(f"{wrong} points at which sync-overdue and git's merge base disagree, {failed} failed")
    return 1 if wrong or failed else 0


# policies

def policies(forkscape, todo):
    """Each policy (name, pair) on its fork, without and with what the first run kept."""
    failed = 0
    print(f"{'policy':22} exit    cold  cached  findings")
    for name, pair in todo:
        with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
            try:
                first, second = (check(forkscape, pair, POLICIES / f"{name}.yml", Path(temporary) / "cache")
                                 for _ in range(2))
            except ForkscapeFailed as error:
                failed += 1
                print(f"{name:22} {error}", flush=True)
                continue
        same = "" if first[:3] == second[:3] else f"; CACHED: exit {second[0]}, {words(*second[1:3])}"
        failed += bool(same)
        print(f"{name:22} {first[0]:4} {first[3]:6.1f}s {second[3]:6.1f}s  {words(*first[1:3]) or '-'}{same}",
              flush=True)
    return 1 if failed else 0


def checked_pairs():
    """(policy's name, UPSTREAM:FORK): the first line of a policy names its pair."""
    for path in sorted(POLICIES.glob("*.yml")):
        yield path.stem, path.read_text().splitlines()[0].removeprefix("# ").strip()


def iso(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
