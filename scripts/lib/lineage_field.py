"""The parts of `scripts/field lineage`: bases and syncs that the projects name themselves, and pairs that share nothing."""

import tempfile
from pathlib import Path

from field_set import ForkscapeFailed, analyze, argument, on_machine

# upstream, fork, what landscape.json must say of lineage, and where the truth is from.
TRUTHS = [
    ("composed/postgres", "OpenTenBase/OpenTenBase", {"kind": "imported", "tag": "REL_10_BETA3"}, "configure: 10beta3"),
    ("composed/postgres", "opengauss-mirror/openGauss-server", {"kind": "imported", "tag": "REL9_2_4"}, "README: 9.2.4"),
    ("composed/postgres", "yydzero/gpdb", {"kind": "sharedHistory", "tag": "REL9_6_BETA4"}, "configure: 9.6beta4"),
    ("composed/postgres", "IvorySQL/IvorySQL", {"kind": "sharedHistory", "since": "2024", "edge": True}, "configure: 18"),
    ("composed/postgres", "orioledb/postgres", {"since": "2023-06-29", "edge": True, "owns": 100}, "configure: 16"),
    ("composed/postgres", "babelfish-for-postgresql/postgresql_modified_for_babelfish",
     {"since": "2023-06-29", "edge": True}, "configure: 16"),
    ("nginx/nginx", "alibaba/tengine", {"kind": "imported", "tag": "release-1.31.3"}, "nginx.h: 1.31.3"),
    ("nginx/nginx", "freenginx/nginx", {"kind": "sharedHistory", "since": "2024-02-14"}, "announced on 14 February 2024"),
    ("openai/gym", "Farama-Foundation/Gymnasium", {"kind": "rewrittenHistory", "since": "2022"}, "split of 2022"),
    ("ytdl-org/youtube-dl", "yt-dlp/yt-dlp", {"kind": "sharedHistory", "since": "2021"}, "commits `Update to ytdl-…`"),
    ("git/git", "git-for-windows/git", {"kind": "sharedHistory", "syncs": "rebases", "owns": 1000}, "merging-rebase"),
    ("git/git", "microsoft/git", {"kind": "sharedHistory", "tag": "v2.47.0", "syncs": "rebases", "owns": 1000},
     "GIT-VERSION-GEN: v2.47.0"),
    ("redis/redis", "Snapchat/KeyDB", {"kind": "sharedHistory", "tag": "6.2.6", "owns": 4000}, "release notes: 6.2.6"),
    ("redis/redis", "valkey-io/valkey", {"kind": "sharedHistory", "since": "2024-03-20"}, "announced in March 2024"),
]

# Real projects of which none descends from another, some of them with a library in common.
STRANGERS = [
    ("redis/redis", "apache/kvrocks"), ("redis/redis", "redis/hiredis"), ("valkey-io/valkey", "valkey-io/libvalkey"),
    ("redis/redis", "nginx/nginx"), ("nginx/nginx", "madler/zlib"), ("git/git", "composed/postgres"),
    ("git/git", "openssh/openssh-portable"), ("BVLC/caffe", "Theano/Theano"), ("hashicorp/terraform", "boltdb/bolt"),
    ("ethereum/go-ethereum", "hashicorp/terraform"), ("ethereum/go-ethereum", "WireGuard/wireguard-go"),
    ("drone/drone", "hashicorp/terraform"), ("drone/drone", "dgrijalva/jwt-go"), ("i3/i3", "chocolate-doom/chocolate-doom"),
    ("Sonarr/Sonarr", "MultiMC/Launcher"), ("searx/searx", "the-paperless-project/paperless"),
    ("ytdl-org/youtube-dl", "quantopian/zipline"), ("rbenv/rbenv", "ogham/exa"), ("bellard/quickjs", "micropython/micropython"),
    ("cleanflight/cleanflight", "micropython/micropython"), ("bitcoin-core/gui", "ethereum/go-ethereum"),
]


def _fork(forkscape, upstream, fork):
    with tempfile.TemporaryDirectory(prefix="forkscape-") as out:
        landscape = analyze(forkscape, "--upstream", argument(upstream), "--fork", f"fork={argument(fork)}", "--no-cache",
                            "--only", "family,lineage", out=Path(out) / "report")
    forks = [entry for family in landscape["families"] for entry in family["forks"]]
    return forks[0] if forks else None


def _wrong(lineage, truth):
    """What of the truth the lineage does not say, one phrase each."""
    base, own, syncs = (lineage.get(key) or {} for key in ("effectiveBase", "ownWork", "syncSummary"))
    wrong = []
    if "kind" in truth and lineage["kind"] != truth["kind"]:
        wrong.append(f"kind {truth['kind']}")
    if "tag" in truth and base.get("nearestTag") != truth["tag"]:
        wrong.append(f"tag {truth['tag']}")
    if not base.get("date", "").startswith(truth.get("since", "")) and base.get("date", "") < truth["since"]:
        wrong.append(f"base of {truth['since']} or later")
    if "edge" in truth and base.get("atEdge") != truth["edge"]:
        wrong.append("at the edge")
    if "syncs" in truth and not syncs.get(truth["syncs"]):
        wrong.append(truth["syncs"])
    if "owns" in truth and not own.get("own", truth["owns"]) < truth["owns"]:
        wrong.append(f"fewer than {truth['owns']} own commits")
    return wrong


def bases(forkscape):
    """A table of bases, syncs and own work beside what the projects say; returns how many agree of how many."""
    right = total = 0
    print(f"{'fork':52} {'kind':17} {'base':10} {'nearest tag':15} {'edge':5} {'git says':10} {'ahead':>6} {'own':>6}  syncs")
    for upstream, fork, truth, source in TRUTHS:
        if not (on_machine(upstream) and on_machine(fork)):
            print(f"{fork:52} skipped (not on this machine)")
            continue
        lineage = (_fork(forkscape, upstream, fork) or {}).get("lineage")
        total += 1
        if not lineage or not lineage["effectiveBase"]:
            print(f"{fork:52} no base found, BUT {source}")
            continue
        base, own = lineage["effectiveBase"], lineage["ownWork"] or {}
        syncs = lineage["syncSummary"] or {}
        kinds = " ".join(f"{syncs[key]} {key}" for key in ("merges", "squashes", "imports", "picks", "rebases") if syncs.get(key))
        wrong = _wrong(lineage, truth)
        right += not wrong
        print(f"{fork:52} {lineage['kind']:17} {base['date'][:10]} {str(base['nearestTag'])[:15]:15} {str(base['atEdge']):5} "
              f"{(lineage['gitMergeBase'] or {}).get('date', 'none')[:10]:10} {own.get('total', '?'):>6} {own.get('own', '?'):>6}  "
              f"{kinds}  [{source}: {'agrees' if not wrong else 'NOT ' + ', '.join(wrong)}]", flush=True)
    print(f"bases: {right} of {total} agree")
    return total - right


def strangers(forkscape):
    """Pairs of real projects without descent: every one must be unrelated."""
    wrong = total = 0
    for upstream, fork in STRANGERS:
        if not (on_machine(upstream) and on_machine(fork)):
            continue
        for left, right in ((upstream, fork), (fork, upstream)):
            try:
                entry = _fork(forkscape, left, right)
            except ForkscapeFailed as error:
                print(f"NO  {left} {right}: {error}")
                wrong, total = wrong + 1, total + 1
                continue
            relation = entry["relation"] if entry else "absent"
            total, wrong = total + 1, wrong + (relation != "unrelated")
            print(f"{'ok' if relation == 'unrelated' else 'NO'}  {left} {right}: {relation}", flush=True)
    print(f"strangers: {total - wrong} of {total} unrelated, each pair asked both ways")
    return wrong
