"""What scripts/field patches measures: how many recorded picks are found, how many are matched to another commit, how
many commits of strangers are matched at all, and whether presence is judged right at a pick and before it."""

import json
import random
import re
import subprocess
import tempfile
from pathlib import Path

from field_set import analyze, argument, folder, git, git_environment, on_machine, scratch, split_ref

# Forks that record their picks: "(cherry picked from commit X)". KeyDB follows 6.2, and most of what it cites is not there.
PICKS = [("Sonarr/Sonarr", "Radarr/Radarr"), ("Sonarr/Sonarr", "Lidarr/Lidarr"),
         ("redis/redis@refs/heads/unstable", "Snapchat/KeyDB"), ("bitcoin-core/gui", "zcash/zcash")]
# Repositories that have nothing to do with each other, in languages that both write.
STRANGERS = [("redis/redis", "i3/i3"), ("BVLC/caffe", "quickjs-ng/quickjs"), ("nginx/nginx", "openssh/openssh-portable"),
             ("Theano/Theano", "paperless-ngx/paperless-ngx"), ("etcd-io/bbolt", "tailscale/wireguard-go"),
             ("ratatui/ratatui", "eza-community/eza")]
# Forks to be cut two years before their end: what upstream wrote after that day they cannot have, nor can it come from them
# under its first author date.
NEWER = [("Sonarr/Sonarr", "Radarr/Radarr"), ("Sonarr/Sonarr", "Lidarr/Lidarr"),
         ("redis/redis@refs/heads/unstable", "Snapchat/KeyDB"), ("redis/redis@refs/heads/unstable", "valkey-io/valkey"),
         ("bitcoin-core/gui", "zcash/zcash"), ("bitcoin-core/gui", "litecoin-project/litecoin"),
         ("hashicorp/terraform", "opentofu/opentofu"), ("nginx/nginx", "freenginx/nginx"),
         ("openssh/openssh-portable", "rapier1/openssh-portable"), ("BVLC/caffe", "NVIDIA/caffe")]
MODES = ["trailers,metadata,diff", "metadata,diff", "diff"]
AUTHORED = re.compile(rb"^author .*> (-?\d+) [-+]\d+$", re.MULTILINE)
PICKED = re.compile(rb"cherry[- ]picked from commit ([0-9a-f]{40})")


def lines_of(out):
    return [json.loads(line) for path in sorted(Path(out).glob("patches/*/*.jsonl"))
            for line in path.read_text().splitlines()]


def messages(clone, commits):
    """The raw commits by id."""
    given = "".join(f"{commit}\n" for commit in commits).encode()
    raw = git(clone, "cat-file", "--batch", text=False, stdin=given)
    found, place = {}, 0
    while place < len(raw):
        end = raw.index(b"\n", place)
        name, _, size = raw[place:end].split()
        found[name.decode()] = raw[end + 1:end + 1 + int(size)]
        place = end + 2 + int(size)
    return found


def run(forkscape, upstream, fork, out, mode, cache):
    arguments = ["--upstream", str(upstream), "--fork", f"fork={fork}", "--only", "patches", "--match-by", mode]
    analyze(forkscape, *arguments, *(["--cache", str(cache)] if cache else ["--no-cache"]), out=out)
    return lines_of(out)


def recorded(lines, clone):
    """The fork's commits that cite a commit that only upstream has: {commit: cited commits}."""
    upstream = {line["commit"] for line in lines if line["side"] == "upstream"}
    fork = [line["commit"] for line in lines if line["side"] == "fork"]
    cited = {id: [hit.decode() for hit in PICKED.findall(raw)] for id, raw in messages(clone, fork).items()}
    return {id: hits for id in fork if (hits := [hit for hit in cited[id] if hit in upstream])}


def share(part, whole):
    return f"{part / whole:.4f}" if whole else "-"


def picks(forkscape, verbose):
    print("recorded picks\nupstream\tfork\tmatch-by\tpairs\tfound\tother\tnone\trecall\twrong\tby rung of the found")
    for upstream, fork in PICKS:
        if not (on_machine(upstream) and on_machine(fork)):
            print(f"{upstream}\t{fork}\tskipped: not on this machine")
            continue
        with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
            for mode in MODES:
                lines = run(forkscape, argument(upstream), folder(fork), f"{temporary}/out", mode, f"{temporary}/cache")
                truth = recorded(lines, folder(fork))
                best = {line["commit"]: line["matches"][:1] for line in lines if line["side"] == "fork"}
                found = [id for id, cited in truth.items() if best[id] and best[id][0]["commit"] in cited]
                other = [id for id, cited in truth.items() if best[id] and best[id][0]["commit"] not in cited]
                rungs = {}
                for id in found:
                    rungs[best[id][0]["by"]] = rungs.get(best[id][0]["by"], 0) + 1
                words = ", ".join(f"{rung} {count}" for rung, count in sorted(rungs.items(), key=lambda r: -r[1]))
                print(upstream, fork, mode, len(truth), len(found), len(other), len(truth) - len(found) - len(other),
                      share(len(found), len(truth)), share(len(other), len(truth)), words, sep="\t", flush=True)
                if verbose:
                    for id in other:
                        print(f"  other\t{id}\tcites {truth[id][0]}\tmatched {best[id][0]}")
                    for id in truth:
                        if not best[id]:
                            print(f"  none\t{id}\tcites {truth[id][0]}")


def joined(bare, upstream, fork):
    """The fork's head in a scratch repository in which the fork's roots descend from upstream's first commit."""
    base = git(folder(upstream), "rev-list", "--max-parents=0", "HEAD").split()[-1]
    head = git(folder(fork), "rev-parse", "HEAD")
    for root in git(folder(fork), "rev-list", "--max-parents=0", "HEAD").split():
        raw = git(folder(fork), "cat-file", "commit", root, text=False)
        tree, rest = raw.split(b"\n", 1)
        new = git(bare, "hash-object", "-t", "commit", "-w", "--stdin", stdin=tree + b"\nparent " + base.encode()
                  + b"\n" + rest)
        git(bare, "update-ref", f"refs/replace/{root}", new)
    git(bare, "update-ref", "refs/heads/upstream", git(folder(upstream), "rev-parse", "HEAD"))
    git(bare, "update-ref", "refs/heads/fork", head)
    return f"{bare}@refs/heads/upstream", f"{bare}@refs/heads/fork"


def strangers(forkscape, verbose):
    print("commits of strangers\nrepository\tother\tmatch-by\tcommits\tmatched\tshare")
    for upstream, fork in STRANGERS:
        if not (on_machine(upstream) and on_machine(fork)):
            print(f"{upstream}\t{fork}\tskipped: not on this machine")
            continue
        with scratch(folder(upstream), folder(fork)) as bare:
            places = joined(bare, upstream, fork)
            for mode in MODES:
                lines = run(forkscape, *places, bare.parent / "out", mode, bare.parent / "cache")
                commits = [line for line in lines if line["side"] == "fork"]
                matched = [line for line in commits if line["matches"]]
                print(upstream, fork, mode, len(commits), len(matched), share(len(matched), len(commits)), sep="\t",
                      flush=True)
                if verbose:
                    for line in matched[:20]:
                        print(f"  {line['commit']}\t{line['subject']}\t{line['matches'][0]}")


def newer(forkscape, verbose):
    print("upstream's commits written after the fork was cut\nupstream\tfork\tcut\tmatch-by\tcommits\tmatched\tshare")
    sums = {mode: [0, 0] for mode in MODES}
    for upstream, fork in NEWER:
        if not (on_machine(upstream) and on_machine(fork)):
            print(f"{upstream}\t{fork}\tskipped: not on this machine")
            continue
        clone = folder(fork)
        end = int(git(clone, "log", "-1", "--format=%ct", "HEAD"))
        day = end - 730 * 86400
        cut = git(clone, "rev-list", "-1", "--first-parent", f"--before={day}", "HEAD").strip()
        with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
            for mode in MODES:
                lines = run(forkscape, argument(upstream), f"{clone}@{cut}", f"{temporary}/out", mode, f"{temporary}/cache")
                ours = [line for line in lines if line["side"] == "upstream"]
                raw = messages(folder(split_ref(upstream)[0]), [line["commit"] for line in ours])
                after = [line for line in ours if int(AUTHORED.search(raw[line["commit"]])[1]) > day]
                matched = [line for line in after if line["matches"]]
                sums[mode][0] += len(after)
                sums[mode][1] += len(matched)
                print(upstream, fork, cut[:9], mode, len(after), len(matched), share(len(matched), len(after)), sep="\t",
                      flush=True)
                if verbose:
                    for line in matched:
                        print(f"  {line['commit']}\t{line['subject']}\t{line['matches'][0]}")
    for mode, (after, matched) in sums.items():
        print("all", "", "", mode, after, matched, share(matched, after), sep="\t")


def presence(forkscape, count, verbose):
    """Judges recorded picks in the tree of the pick (present) and in that of its parent (missing)."""
    drawn = []
    for upstream, fork in PICKS:
        if not (on_machine(upstream) and on_machine(fork)):
            continue
        with tempfile.TemporaryDirectory(prefix="forkscape-") as out:
            lines = run(forkscape, argument(upstream), folder(fork), out, MODES[0], None)
            single = {id: cited[0] for id, cited in recorded(lines, folder(fork)).items() if len(cited) == 1}
            empty = {line["commit"] for line in lines if line["status"] == "empty"}
            drawn += [(upstream, fork, cited, id) for id, cited in single.items()
                      if id not in empty and cited not in empty]
    chosen = random.Random(4).sample(sorted(drawn), min(count, len(drawn)))
    table = {}
    for upstream, fork in PICKS:
        asked = [(cited, id) for one, other, cited, id in chosen if (one, other) == (upstream, fork)]
        if not asked:
            continue
        questions = "".join(f"{cited} {id}\n{cited} {id}^\n" for cited, id in asked)
        command = [forkscape, "presence", "--upstream", argument(upstream), "--fork", str(folder(fork))]
        done = subprocess.run(command, input=questions, capture_output=True, text=True, env=git_environment())
        if done.returncode:
            raise SystemExit(f"field: {done.stderr.strip()}")
        for line in map(json.loads, done.stdout.splitlines()):
            truth = "missing" if line["revision"].endswith("^") else "present"
            key = (truth, line["presence"])
            table[key] = table.get(key, 0) + 1
            if verbose and truth != line["presence"]:
                print(f"  {truth} judged {line['presence']}: {upstream} {line['commit']} in {line['revision']}")
    words = ["present", "partial", "missing", "notApplicable", "unknown"]
    print(f"presence of {len(chosen)} recorded picks\ntruth\t" + "\t".join(words))
    for truth in ("present", "missing"):
        print(truth, *(table.get((truth, word), 0) for word in words), sep="\t")
    right = table.get(("present", "present"), 0) + table.get(("missing", "missing"), 0)
    print(f"right\t{share(right, 2 * len(chosen))}")
