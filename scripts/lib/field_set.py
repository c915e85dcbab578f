"""What scripts/field and scripts/bench share: the table of known forks, where clones are, how git and forkscape are run."""

import contextlib
import json
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FIELD = Path(os.environ.get("FORKSCAPE_FIELD") or ROOT.parent / "field").resolve()
TABLE = ROOT / "seeds" / "field.tsv"
UNSEEN = ROOT / "seeds" / "unseen.tsv"


class Pair(NamedTuple):
    """A row of the table: OWNER/NAME (with @ref where not the default branch) and what is known of the pair."""

    family: str
    upstream: str
    fork: str
    track: str
    kind: str
    lineage: str
    why: str


def pairs(table=TABLE):
    lines = table.read_text().splitlines()
    return [Pair(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def split_ref(name):
    """OWNER/NAME@ref as (OWNER/NAME, ref or None)."""
    name, _, ref = name.partition("@")
    return name, ref or None


def folder(name):
    """Where the field set keeps the clone of OWNER/NAME."""
    return FIELD / split_ref(name)[0].replace("/", "+") / "repo"


def on_machine(name):
    path = folder(name)
    return (path / "HEAD").is_file() or (path / ".git").exists()


def argument(name):
    """A clone of the field set as forkscape's command line wants it: PATH or PATH@REF."""
    ref = split_ref(name)[1]
    return f"{folder(name)}@{ref}" if ref else str(folder(name))


def short_name(pair):
    """A name for the fork that is not the upstream's."""
    owner, fork = split_ref(pair.fork)[0].split("/")
    same = fork.lower() == split_ref(pair.upstream)[0].split("/")[1].lower()
    return f"{owner}-{fork}" if same else fork


class GitFailed(Exception):
    pass


def git_environment():
    """Git without anybody's configuration, so that everyone gets the same figures."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return kept | {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}


def git(where, *arguments, text=True, stdin=None):
    """The output of a git command in a repository; GitFailed with git's first words where it fails."""
    command = ["git", "-c", "safe.directory=*", "-C", str(where), *arguments]
    done = subprocess.run(command, capture_output=True, input=stdin, env=git_environment())
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or [f"exit {done.returncode}"]
        raise GitFailed(f"git {' '.join(arguments[:2])}: {said[0]}")
    return done.stdout.decode(errors="replace").strip() if text else done.stdout


def git_dir(path):
    return Path(git(path, "rev-parse", "--path-format=absolute", "--git-common-dir"))


@contextlib.contextmanager
def scratch(*clones):
    """A bare repository in a temporary folder that sees the objects of all clones; nothing is written into them."""
    with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
        bare = Path(temporary) / "scratch.git"
        subprocess.run(["git", "init", "-q", "--bare", "--template=", str(bare)], check=True, env=git_environment())
        stores, shallow = [], set()
        for clone in clones:
            directory = git_dir(clone)
            if f"{directory}/objects" not in stores:
                stores.append(f"{directory}/objects")
            with contextlib.suppress(FileNotFoundError):
                shallow |= set((directory / "shallow").read_text().split())
            with contextlib.suppress(GitFailed):
                git(bare, "config", "core.commitGraph", git(clone, "config", "core.commitGraph"))
        (bare / "objects/info/alternates").write_text("".join(f"{store}\n" for store in stores))
        if shallow:
            (bare / "shallow").write_text("".join(f"{commit}\n" for commit in sorted(shallow)))
        yield bare


def program():
    """The release binary: $FORKSCAPE, or what scripts/forkscape builds."""
    if os.environ.get("FORKSCAPE"):
        return os.environ["FORKSCAPE"]
    built = subprocess.run([ROOT / "scripts/forkscape", "--version"], stdout=subprocess.DEVNULL)
    if built.returncode:
        sys.exit(built.returncode)
    return str(ROOT / ".build/release/forkscape")


class ForkscapeFailed(Exception):
    pass


def analyze(forkscape, *arguments, out):
    """Runs `forkscape analyze` with a JSON report into the folder `out`; the landscape. Exit 3 (incomplete) is a result."""
    command = [forkscape, "analyze", *arguments, "--format", "json", "--out", str(out), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if done.returncode not in (0, 3):
        said = done.stderr.strip().splitlines() or ["no message"]
        raise ForkscapeFailed(f"exit {done.returncode}: {said[-1]}")
    return landscape(out)


def landscape(out):
    return json.loads((Path(out) / "landscape.json").read_text())


def the_fork(found, name):
    """The fork of that name in a landscape; the only one where there is one; None where it is in no family."""
    forks = [fork for family in found["families"] for fork in family["forks"]]
    named = [fork for fork in forks if fork["name"] == name]
    return (named or (forks if len(forks) == 1 else [None]))[0]


def wilson(right, total):
    """The 95 % Wilson interval of a share."""
    if total == 0:
        return 0.0, 1.0
    z, share = 1.96, right / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return (middle - spread) / (1 + z * z / total), (middle + spread) / (1 + z * z / total)
