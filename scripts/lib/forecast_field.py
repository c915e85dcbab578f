"""What scripts/field forecast measures: the conflicts that forkscape forecasts beside those of git's own merge of the same
trees on the same base."""

import re
import subprocess
import tempfile

from field_set import GitFailed, analyze, argument, folder, git, git_environment, on_machine, scratch, the_fork

PAIRS = ["redis/redis:valkey-io/valkey", "redis/redis:Snapchat/KeyDB", "nginx/nginx:freenginx/nginx",
         "openssh/openssh-portable:rapier1/openssh-portable", "rbenv/rbenv:pyenv/pyenv",
         "hashicorp/terraform:opentofu/opentofu", "ethereum/go-ethereum:bnb-chain/bsc",
         "ethereum/go-ethereum:Consensys/quorum", "BVLC/caffe:intel/caffe", "PolyMC/PolyMC:PrismLauncher/PrismLauncher",
         "git/git:microsoft/git", "composed/postgres:IvorySQL/IvorySQL", "madler/zlib:cloudflare/zlib",
         "bitcoin-core/gui:litecoin-project/litecoin", "Sonarr/Sonarr:Radarr/Radarr"]
ASIDE = re.compile(r"~[0-9a-f]{40}(_\d+)?$|~HEAD(_\d+)?$")


def conflicts(bare, base, ours, theirs, *settings):
    """The paths at which git's merge stops, with the kinds of conflict that it names for each."""
    command = ["git", *settings, "-C", str(bare), "merge-tree", "--write-tree", "-z", "--name-only"]
    trees = [git(bare, "rev-parse", f"{commit}^{{tree}}") for commit in (base, ours, theirs)]
    commit = ["commit-tree", "-m", "side"]
    identity = ["-c", "user.name=field", "-c", "user.email=field@example.org"]
    root = git(bare, *identity, *commit, trees[0])
    sides = [git(bare, *identity, *commit, "-p", root, tree) for tree in trees[1:]]
    done = subprocess.run([*command, *sides], capture_output=True, env=git_environment())
    if done.returncode not in (0, 1):
        raise GitFailed(f"git merge-tree: {done.stderr.decode(errors='replace').strip()}")
    fields = done.stdout.decode(errors="surrogateescape").split("\0")
    end = fields.index("", 1) if "" in fields[1:] else len(fields)
    stops = {path: set() for path in fields[1:end]} if done.returncode else {}
    rest, messages = fields[end + 1:], []
    while rest and rest[0].isdigit():
        count = int(rest[0])
        messages.append((rest[1 + count], rest[1:1 + count]))
        rest = rest[3 + count:]
    for kind, paths in messages:
        if kind.startswith("CONFLICT"):
            for path in paths:
                if path in stops:
                    stops[path].add(kind)
    return stops


def compare(entry, stops):
    """(files that both name, entries that only forkscape names, paths that only git names)"""
    names = [{path["path"], path["forkPath"], path["upstreamPath"]} - {None} for path in entry["paths"]]
    by_git = {ASIDE.sub("", path): kinds for path, kinds in stops.items()}
    known = set().union(*names) if names else set()
    alone = [path for path, own in zip(entry["paths"], names) if not own & set(by_git)]
    return len(names) - len(alone), alone, {path: kinds for path, kinds in by_git.items() if path not in known}


def forecast(forkscape, chosen, verbose):
    print("upstream:fork\tbase\tforkscape\tgit\tboth\tforkscape alone\tgit alone\tgit alone, folders that moved")
    for pair in chosen or PAIRS:
        upstream, fork = pair.split(":")
        if not (on_machine(upstream) and on_machine(fork)):
            print(f"{pair}\tskipped: not on this machine")
            continue
        with tempfile.TemporaryDirectory(prefix="forkscape-") as out, scratch(folder(upstream), folder(fork)) as bare:
            found = the_fork(analyze(forkscape, "--upstream", argument(upstream), "--fork", f"fork={argument(fork)}",
                                     "--only", "patches", "--no-cache", out=out), "fork")
            entry, lineage = found["mergeForecast"], found["lineage"]
            if entry is None:
                print(f"{pair}\tno forecast")
                continue
            commits = (lineage["effectiveBase"]["commit"], found["head"]["commit"], lineage["line"]["commit"])
            try:
                stops = conflicts(bare, *commits, "-c", "merge.directoryRenames=false")
                moved = set(conflicts(bare, *commits)) - set(stops)
            except GitFailed as error:
                print(f"{pair}\tforkscape: {entry['conflictedPaths']}, {len(entry['unread'])} unread; git cannot: {error}")
                continue
            both, ours, gits = compare(entry, stops)
            print(pair, commits[0][:9], entry["conflictedPaths"], len(stops), both, len(ours), len(gits), len(moved),
                  sep="\t", flush=True)
            if verbose:
                for path in ours:
                    print(f"  forkscape alone\t{path['cause']}\t{path['path']}\t{path['forkPath']}\t"
                          f"{path['upstreamPath']}")
                for path, kinds in sorted(gits.items()):
                    print(f"  git alone\t{', '.join(sorted(kinds))}\t{path}")
