"""What scripts/field surfaces measures: productions of grammars beside bison's own, messages of Protocol Buffers beside
their compiler's, definitions of headers and sources beside what universal-ctags writes, figures of real forks that anyone
can check, and the time for three PostgreSQL trees."""

import collections
import json
import re
import shutil
import subprocess
import tempfile
import time
import xml.etree.ElementTree as xml
from pathlib import Path

from field_set import ForkscapeFailed, analyze, argument, folder, git, on_machine

GRAMMARS = [
    ("composed/postgres", "refs/heads/master", "src/backend/parser/gram.y"),
    ("composed/postgres", "refs/heads/REL9_2_STABLE", "src/backend/parser/gram.y"),
    ("composed/postgres", "refs/heads/master", "src/pl/plpgsql/src/pl_gram.y"),
    ("composed/postgres", "refs/heads/master", "src/backend/utils/adt/jsonpath_gram.y"),
    ("composed/postgres", "refs/heads/master", "src/backend/replication/repl_gram.y"),
    ("composed/postgres", "refs/heads/master", "src/bin/pgbench/exprparse.y"),
    ("composed/postgres", "refs/heads/master", "src/backend/bootstrap/bootparse.y"),
    ("babelfish-for-postgresql/postgresql_modified_for_babelfish", "HEAD", "src/backend/parser/gram.y"),
    ("bitnine-oss/agensgraph", "HEAD", "src/backend/parser/gram.y"),
    ("yydzero/gpdb", "HEAD", "src/backend/parser/gram.y"),
    ("IvorySQL/IvorySQL", "HEAD", "src/backend/oracle_parser/ora_gram.y"),
    ("opengauss-mirror/openGauss-server", "HEAD", "src/common/backend/parser/gram.y"),
    ("OpenTenBase/OpenTenBase", "HEAD", "src/backend/parser/gram.y"),
]
PROTOS = [
    ("hashicorp/terraform", "HEAD", "docs/plugin-protocol/tfplugin5.proto"),
    ("hashicorp/terraform", "HEAD", "docs/plugin-protocol/tfplugin6.proto"),
    ("hashicorp/terraform", "HEAD", "internal/plans/planproto/planfile.proto"),
    ("BVLC/caffe", "HEAD", "src/caffe/proto/caffe.proto"),
]
# Name of the clone, path, macros for ctags, and what a declaration of a function looks like, for a second opinion on headers
# where macros stand around names.
DEFINITIONS = [
    ("madler/zlib", "zlib.h", ["ZEXTERN=", "ZEXPORT=", "ZEXPORTVA=", "OF(args)=args", "FAR="],
     r"ZEXTERN [^;(]*?(?:ZEXPORT|ZEXPORTVA)\s+(\w+)"),
    ("zlib-ng/zlib-ng", "zlib.h.in", ["Z_EXTERN=", "Z_EXPORT=", "Z_EXPORTVA="],
     r"Z_EXTERN [^;(]*?(?:Z_EXPORT|Z_EXPORTVA)\s+(\w+)"),
    ("composed/postgres", "src/interfaces/libpq/libpq-fe.h", [], r"^extern [^;(]*?(\w+)\("),
    ("valkey-io/valkey", "src/valkeymodule.h", [], None),
    ("redis/hiredis", "hiredis.h", [], r"^(?:int|void|char \*|redisContext \*|redisFD|void \*)\s*(\w+)\(redis"),
    ("bellard/quickjs", "quickjs.h", [], None),
    ("golang-jwt/jwt", "parser.go", [], r"^func (?:\([^)]*\) )?([A-Z]\w*)\("),
    ("ethereum/go-ethereum", "core/types/transaction.go", [], r"^func (?:\([^)]*\) )?([A-Z]\w*)\("),
    ("Farama-Foundation/Gymnasium", "gymnasium/core.py", [], r"^    def ([a-z]\w*)\("),
    ("ratatui/ratatui", "ratatui-core/src/buffer/buffer.rs", [], r"^    pub (?:const )?fn (\w+)"),
    ("Radarr/Radarr", "src/NzbDrone.Core/Parser/Parser.cs", [], r"public static [\w<>]+ (\w+)\("),
]
# Upstream, fork, surface, what is looked up, what is right.
FIGURES = [
    ("composed/postgres@REL9_2_STABLE", "composed/postgres@REL9_4_STABLE", "sql-keywords", "base:kwlist.h", 396),
    ("composed/postgres@REL9_2_STABLE", "composed/postgres@REL9_4_STABLE", "sql-keywords", "fork:kwlist.h", 405),
    ("composed/postgres@REL_10_STABLE", "composed/postgres@REL_12_STABLE", "sql-keywords", "line:kwlist.h", 432),
    ("composed/postgres@REL_10_STABLE", "composed/postgres@REL_12_STABLE", "sql-keywords", "fork:kwlist.h", 442),
    ("composed/postgres@REL_10_STABLE", "composed/postgres@REL_14_STABLE", "sql-keywords", "fork:kwlist.h", 457),
    ("composed/postgres", "orioledb/postgres", "sql-keywords", "fork:kwlist.h", 471),
    ("composed/postgres", "babelfish-for-postgresql/postgresql_modified_for_babelfish", "sql-keywords", "fork:kwlist.h",
     471),
    ("composed/postgres", "opengauss-mirror/openGauss-server", "sql-keywords", "fork:include/parser/kwlist.h", 716),
    ("composed/postgres", "opengauss-mirror/openGauss-server", "wire-protocol", "PG_PROTOCOL_LATEST",
     ("PG_PROTOCOL(3, 0)", "PG_PROTOCOL(3, 51)")),
    ("composed/postgres", "yydzero/gpdb", "on-disk-format", "PG_PAGE_LAYOUT_VERSION", ("4", "14")),
    ("composed/postgres", "IvorySQL/IvorySQL", "sql-grammar", "file:ora_gram.y", True),
    ("redis/redis", "valkey-io/valkey", "persistence-format", "RDB_VERSION", ("12", "11")),
]


def profile(folder_path, extractor, files, kind, define):
    """A family file that makes any tree one surface."""
    path = Path(folder_path) / "forkscape.yml"
    path.write_text(f"profiles: {{ anything: {{ detect: [ {{ files: ['*'] }} ], surfaces: {{ it: {{ kind: {kind}, "
                    f"extractor: {extractor}, files: ['{files}'], define: {json.dumps(define)} }} }} }} }}\n")
    return path


def elements(forkscape, text, name, beginning, extractor, kind, define=()):
    """What forkscape finds in a file: everything that a fork has beyond a base with next to nothing in it."""
    with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
        bare = Path(temporary) / "repo"
        subprocess.run(["git", "init", "-q", "--bare", bare], check=True)
        stream = b""
        for mark, (branch, content) in enumerate((("base", beginning), ("fork", text)), 1):
            stream += (b"commit refs/heads/%s\nmark :%d\ncommitter T <t@example.org> %d +0000\ndata 1\nx\n"
                       % (branch.encode(), mark, 1600000000 + mark))
            stream += b"from :1\n" if mark > 1 else b""
            stream += b"M 100644 inline %s\ndata %d\n%s\n" % (name.encode(), len(content), content)
        subprocess.run(["git", "fast-import", "--quiet"], cwd=bare, input=stream, check=True)
        out = Path(temporary) / "report"
        found = analyze(forkscape, "--upstream", f"{bare}@base", "--fork", f"f={bare}@fork", "--only", "compatibility",
                        "--no-cache", "--config", str(profile(temporary, extractor, name, kind, list(define))), out=out)
        unread = [gap for fork in found["families"][0]["forks"] for gap in fork["notAnalysed"]
                  if gap["what"].startswith("compatibility")]
        lines = [json.loads(line) for path in out.glob("surfaces/*/*.jsonl") for line in path.read_text().splitlines()]
        return [line for line in lines if line["status"] == "added"], unread


def content(name, ref, path):
    return git(folder(name), "cat-file", "blob", f"{ref}:{path}", text=False)


def bisons(text):
    """Productions as bison understands them; symbols of actions in the middle of rules left out."""
    with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
        grammar = Path(temporary) / "g.y"
        grammar.write_bytes(text)
        done = subprocess.run(["bison", "-Wnone", "--xml=g.xml", "-o", "g.c", "g.y"], cwd=temporary, capture_output=True)
        report = Path(temporary) / "g.xml"
        if not report.is_file():
            return None, done.stderr.decode(errors="replace").splitlines()[:1]
        found = set()
        tree = xml.parse(report).getroot()
        names = {}
        for terminal in tree.iter("terminal"):
            names[terminal.get("name")] = terminal.get("name")
        for rule in tree.find("grammar/rules"):
            left = rule.find("lhs").text
            if left.startswith(("$", "@")):
                continue
            right = [symbol.text for symbol in rule.findall("rhs/symbol") if not symbol.text.startswith(("$@", "@"))]
            found.add(f"{left}: {' '.join(right) or '%empty'}")
        return found, []


def grammars(forkscape):
    print("productions beside bison --xml")
    if not shutil.which("bison"):
        print("  bison is not installed (in Debian: apt-get install bison)")
        return
    for name, ref, path in GRAMMARS:
        if not on_machine(name):
            print(f"  skipped  {name}: not on this machine")
            continue
        text = content(name, ref, path)
        oracle, problem = bisons(text)
        ours, unread = elements(forkscape, text, "g.y", b"%%\nnobody: ;\n", "bison", "grammar")
        ours = {line["name"] for line in ours if not line["name"].startswith("%")}
        if oracle is None:
            print(f"  bison cannot  {name} {path}: {problem}; ours {len(ours)}")
            continue
        # Bison shows the literal of a token that has one, whichever the rule is written with.
        aliases = dict(re.findall(rb'%token\s+(?:<\w+>\s+)?(\w+)\s+("[^"\n]+")', text))
        aliases = {key.decode(): value.decode() for key, value in aliases.items()}
        ours = {" ".join(aliases.get(word, word) for word in one.split(" ")) for one in ours}
        state = "agree " if ours == oracle else "DIFFER"
        print(f"  {state}  {name.split('/')[1]:34} {Path(path).name:16} ours {len(ours):5} bison {len(oracle):5}"
              + ("" if not unread else f" {unread[0]['reason']}"))
        for sign, difference in (("ours alone", ours - oracle), ("bison alone", oracle - ours)):
            for one in sorted(difference)[:4]:
                print(f"          {sign}: {one}")


def descriptors(text):
    """Elements as the compiler understands them, from its descriptor as text."""
    with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
        (Path(temporary) / "x.proto").write_bytes(text)
        done = subprocess.run(["protoc", "-I.", "-I/usr/include", "--descriptor_set_out=x.bin", "x.proto"], cwd=temporary,
                              capture_output=True, text=True)
        if done.returncode:
            return None, done.stderr.splitlines()[:1]
        raw = (Path(temporary) / "x.bin").read_bytes()
        shown = subprocess.run(["protoc", "-I/usr/include", "--decode=google.protobuf.FileDescriptorSet",
                                "google/protobuf/descriptor.proto"], input=raw, capture_output=True).stdout.decode()
    counts = collections.Counter()
    stack = []
    for line in shown.splitlines():
        line = line.strip()
        if line.endswith("{"):
            stack.append(line[:-1].strip())
            kind = stack[-1]
            if kind in ("message_type", "nested_type", "enum_type", "field", "value", "service", "method"):
                # An entry of a map is a message that the source does not write.
                counts[kind] += 1
        elif line == "}":
            stack.pop()
        elif line == "map_entry: true":
            counts["map"] += 1
    messages = counts["message_type"] + counts["nested_type"] - counts["map"]
    return {"messages": messages, "enums": counts["enum_type"], "fields": counts["field"] - 2 * counts["map"],
            "enumerators": counts["value"], "services": counts["service"], "calls": counts["method"]}, []


def protos(forkscape):
    print("messages beside protoc's descriptor")
    if not shutil.which("protoc"):
        print("  protoc is not installed (in Debian: apt-get install protobuf-compiler)")
        return
    for name, ref, path in PROTOS:
        if not on_machine(name):
            print(f"  skipped  {name}: not on this machine")
            continue
        text = content(name, ref, path)
        oracle, problem = descriptors(text)
        ours, _ = elements(forkscape, text, "x.proto", b"", "protobuf", "schema")
        kinds = collections.Counter()
        for line in ours:
            first = line["name"].split(" ")[0]
            known = {"message": "messages", "enum": "enums", "service": "services", "rpc": "calls"}
            kinds[known.get(first) or ("fields" if "=" in line["fork"] else "enumerators")] += 1
        if oracle is None:
            print(f"  protoc cannot  {name} {path}: {problem}")
            continue
        mine = {kind: kinds[kind] for kind in oracle}
        print(f"  {'agree ' if mine == oracle else 'DIFFER'}  {Path(path).name:20} ours {mine} protoc {oracle}")


def why_not_ours(fields, ending, text):
    """Why a line that ctags writes is no element; nothing where it should be one."""
    name, kind = fields[0], fields[3]
    extra = dict(field.split(":", 1) for field in fields[4:] if ":" in field)
    scope = next((extra[key] for key in ("struct", "class", "union", "enum", "interface", "implementation", "package")
                  if key in extra), "")
    if kind in ("packageName", "package", "unknown", "header", "namespace", "implementation", "module"):
        return "no definition"
    if name.startswith("__anon"):
        return "without a name"
    if ending == "h" and kind == "macro" and name.endswith(("_H", "_H_")):
        return "guard"
    if ending == "go" and not name[0].isupper() or ending == "go" and scope and not scope.split(".")[-1][:1].isupper() \
            and "." in scope:
        return "not exported"
    if ending == "py" and any(part.startswith("_") and not part.endswith("__") for part in scope.split(".") + [name]):
        return "not exported"
    line = text.splitlines()[int(fields[2].rstrip(';"')) - 1].strip()
    if ending == "rs" and not line.startswith("pub ") and kind != "enumerator":
        return "not exported"
    if ending == "cs" and extra.get("access") != "public":
        return "not exported"
    return None


def definitions(forkscape):
    print("definitions beside universal-ctags' own lines, and functions beside a pattern")
    for name, path, define, declared in DEFINITIONS:
        if not on_machine(name):
            print(f"  skipped  {name}: not on this machine")
            continue
        text = content(name, "HEAD", path)
        ending = path.removesuffix(".in").rsplit(".", 1)[1]
        ours, _ = elements(forkscape, text, f"x.{ending}", b"", "ctags", "api", define=define)
        ours = {line["name"].rsplit(".", 1)[-1] for line in ours}
        with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
            source = Path(temporary) / f"x.{ending}"
            # Of a template a build makes the header: what it puts in is no part of a name.
            source.write_bytes(re.sub(rb"@\w+@", b"", text))
            done = subprocess.run(
                ["ctags", "--options=NONE", "--quiet=yes", "--sort=no", "--excmd=number", "--fields=KsSta", "--kinds-C++=+px",
                 "--langmap=C++:+.h", *(f"-D{one}" for one in define), "-f", "-", source], capture_output=True, check=True)
        raw, reasons = set(), collections.Counter()
        for line in done.stdout.decode(errors="replace").splitlines():
            fields = line.split("\t")
            if line.startswith("!") or len(fields) < 4:
                continue
            why = why_not_ours(fields, ending, text.decode(errors="replace"))
            if why:
                reasons[why] += 1
            else:
                raw.add(fields[0])
        state = "agree " if raw == ours else "DIFFER"
        left_out = ", ".join(f"{count} {why}" for why, count in sorted(reasons.items())) or "nothing"
        line = f"  {state}  {name.split('/')[1] + ' ' + Path(path).name:36} ours {len(ours):4} ctags {len(raw):4}, left out: {left_out}"
        if declared:
            functions = set(re.findall(declared, re.sub(r"/\*.*?\*/", "", text.decode(errors="replace"), flags=re.S), re.M))
            line += f"; functions by pattern {len(functions)}, missing {sorted(functions - ours) or 'none'}"
        print(line)
        for sign, difference in (("ours alone", ours - raw), ("ctags alone", raw - ours)):
            if difference:
                print(f"          {sign}: {', '.join(sorted(difference)[:8])}")


def looked_up(surface, lines, what):
    side, _, name = what.partition(":")
    if name and side == "file":
        return any(place and place["path"].endswith(name) for file in surface["files"] for place in file.values())
    if name:
        return [place["elements"] for file in surface["files"] if (place := file[side])
                and place["path"].endswith("/" + name)]
    return [(line["base"], line["fork"]) for line in lines if line["surface"] == surface["name"] and line["name"] == what]


def figures(forkscape, cache):
    print("figures that anyone can check")
    reports = {}
    for upstream, fork, name, what, right in FIGURES:
        if not (on_machine(upstream) and on_machine(fork)):
            print(f"  skipped  {fork}: not on this machine")
            continue
        if (upstream, fork) not in reports:
            with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
                out = Path(temporary) / "report"
                found = analyze(forkscape, "--upstream", argument(upstream), "--fork", f"fork={argument(fork)}", "--only",
                                "compatibility", "--cache", str(cache), out=out)
                lines = [json.loads(line) for path in out.glob("surfaces/*/*.jsonl")
                         for line in path.read_text().splitlines()]
                reports[upstream, fork] = (found["families"][0]["forks"][0]["compatibility"], lines)
        entry, lines = reports[upstream, fork]
        surface = next((surface for surface in entry["surfaces"] if surface["name"] == name), None)
        got = looked_up(surface, lines, what) if surface else None
        fine = got == right or isinstance(got, list) and right in got
        print(f"  {'ok' if fine else 'NO'}  {fork:60} {name:20} {what:28} {got} {'' if fine else f'expected {right}'}")


def times(forkscape):
    print("three PostgreSQL trees, all surfaces")
    pair = ("composed/postgres", "babelfish-for-postgresql/postgresql_modified_for_babelfish")
    if not all(on_machine(name) for name in pair):
        print("  skipped: not on this machine")
        return
    with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
        for state in ("cold", "cached", "cached"):
            command = [forkscape, "analyze", "--upstream", argument(pair[0]), "--fork", f"fork={argument(pair[1])}",
                       "--only", "compatibility", "--cache", f"{temporary}/facts", "--out", f"{temporary}/report",
                       "--verbose"]
            start = time.monotonic()
            done = subprocess.run(command, capture_output=True, text=True)
            whole = time.monotonic() - start
            steps = [int(hit) for hit in re.findall(r"surfaces: \w+: (\d+) ms", done.stderr)]
            print(f"  {state:7} surfaces {sum(steps) / 1000:6.2f} s ({' + '.join(map(str, steps))} ms), whole run {whole:.2f} s")


def surfaces(forkscape, names):
    parts = {"grammars": lambda: grammars(forkscape), "protos": lambda: protos(forkscape),
             "definitions": lambda: definitions(forkscape), "times": lambda: times(forkscape)}
    with tempfile.TemporaryDirectory(prefix="forkscape-") as temporary:
        parts["figures"] = lambda: figures(forkscape, Path(temporary) / "facts")
        for name in names or parts:
            if name not in parts:
                raise ForkscapeFailed(f"no part {name}; there are: {' '.join(parts)}")
            parts[name]()
