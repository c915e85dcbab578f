# The demo family: tidepool, an invented key-value server, and those who forked it between 2021 and 2025.
#
#     sh family.sh DEST
#
# The story at the end has one line for each commit; the awk program in the middle turns it into one fast-import stream.
# Every id is the same on every run and every machine.

set -eu
umask 022
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_TEMPLATE_DIR= HOME=/nonexistent TZ=UTC LC_ALL=C
export XDG_CONFIG_HOME=/nonexistent GIT_CONFIG_COUNT=3
export GIT_CONFIG_KEY_0=protocol.file.allow GIT_CONFIG_VALUE_0=always
export GIT_CONFIG_KEY_1=gc.auto GIT_CONFIG_VALUE_1=0
export GIT_CONFIG_KEY_2=core.logAllRefUpdates GIT_CONFIG_VALUE_2=false
mkdir -p "${1:?usage: sh family.sh DEST}"
cd "$1"
git init -q -b main .store

# ---- the program: story lines to a fast-import stream ----

cat >.store/story.awk <<'PROGRAM'
function fail(why) { print "story line " NR ": " why > "/dev/stderr"; failed = 1; exit 1 }

# The state of a branch: text[branch, path], and ops[branch], the numbers of the story lines that made it.
function put(path, content) { text[here, path] = content; touched[path] = 1 }
function drop(path) { delete text[here, path]; touched[path] = 1 }
function has(path) { return (here, path) in text }

# The path of a source file by its base name, wherever a fork has moved it.
function find(base, key, parts) {
  if (has("src/commands/" base)) return "src/commands/" base
  if (has("src/" base)) return "src/" base
  for (key in text) {
    split(key, parts, SUBSEP)
    if (parts[1] == here && (parts[2] == base || substr(parts[2], length(parts[2]) - length(base)) == "/" base))
      return parts[2]
  }
  return ""
}

# Adds a line to a sorted list that starts with `opening` and ends at a line that is `closing`.
function insert_sorted(path, line, opening, closing, rows, count, i, out, done) {
  count = split(text[here, path], rows, "\n")
  for (i = 1; i < count; i++) {
    if (!done && (rows[i] == closing || (index(rows[i], opening) == 1 && rows[i] > line))) {
      out = out line "\n"
      done = 1
    }
    out = out rows[i] "\n"
  }
  put(path, done ? out : out line "\n")
}

# Replaces the first occurrence of a text.
function replace(path, old, new, at) {
  at = index(text[here, path], old)
  if (!at) return 0
  put(path, substr(text[here, path], 1, at - 1) new substr(text[here, path], at + length(old)))
  return 1
}

function command_source(name, what, low, body) {
  low = tolower(name)
  body = what ~ /^(reads|says|answers|lists|waits)/ ? 0 : what ~ /^(removes|renews|takes|tells)/ ? 2 : 1
  return "/* " name ": " what ". */\n#include \"server.h\"\n\n" \
    "int command_" low "(struct client *client, int argc, char **argv) {\n" \
    "  if (argc < 2) return reply_error(client, \"" low " needs a key\");\n" \
    (body == 0 ? "  struct entry *found = store_find(client->store, argv[1]);\n" \
        "  if (found == NULL) return reply_nil(client);\n  return reply_text(client, found->value, found->length);\n" : \
     body == 1 ? "  struct entry *target = store_make(client->store, argv[1]);\n" \
        "  if (target == NULL) return reply_error(client, \"out of memory\");\n" \
        "  " low "_apply(target, argc - 2, argv + 2);\n  journal_append(client->store, argc, argv);\n" \
        "  return reply_ok(client);\n" : \
     "  long changed = 0;\n  for (int i = 1; i < argc; i++) {\n" \
        "    struct entry *each = store_find(client->store, argv[i]);\n" \
        "    if (each != NULL) changed += " low "_apply(each, 0, NULL);\n  }\n" \
        "  return reply_number(client, changed);\n") \
    "}\n"
}

function module_source(path, what, name) {
  name = path
  sub(/.*\//, "", name)
  sub(/\..*/, "", name)
  return "/* " what ". */\n#include \"server.h\"\n\n#define " toupper(name) "_LIMIT 64\n\n" \
    "struct " name " {\n  size_t used;\n  size_t size;\n  void *items[" toupper(name) "_LIMIT];\n};\n\n" \
    "struct " name " *" name "_new(void) {\n  struct " name " *made = calloc(1, sizeof *made);\n" \
    "  if (made != NULL) made->size = " toupper(name) "_LIMIT;\n  return made;\n}\n\n" \
    "int " name "_add(struct " name " *to, void *item) {\n  if (to->used == to->size) return -1;\n" \
    "  to->items[to->used++] = item;\n  return 0;\n}\n\n" \
    "void " name "_free(struct " name " *gone) {\n  free(gone);\n}\n"
}

# A small function of a module, named after the first words of what it is for.
function tuning_source(path, what, op, words, name) {
  name = path
  sub(/.*\//, "", name)
  sub(/\..*/, "", name)
  split(tolower(what), words, /[^a-z]+/)
  return "int " name "_" words[1] "_" words[2] "(const struct " name " *in) {\n" \
    "  if (in->used < " (op * 7919) % 64 ") return 0;\n  return in->size - in->used > " (op * 104729) % 32 ";\n}\n"
}

# Does to the tree what a story line says. Returns the commit's subject.
function apply(op, kind, first, rest, path, low) {
  kind = kinds[op]; first = firsts[op]; rest = rests[op]; low = tolower(first)
  if (kind == "command") {
    put("src/commands/" low ".c", command_source(first, rest))
    put("tests/" low ".test", "# " first " " rest "\n> " first " key\n< ok\n")
    insert_sorted("src/table.c", "  {\"" low "\", command_" low "},", "  {", "};")
    insert_sorted("docs/commands.md", "- `" first "` " rest ".", "- `", "-")
    return "Add " first ", which " rest
  }
  if (kind == "fix") {
    path = find(low ".c")
    if (path == "") return ""
    replace(path, "\n#include \"server.h\"\n\n", "\n#include \"server.h\"\n\n/* " rest ". */\n")
    if (!replace(path, "(argc < 2)", "(argc < 2 || argv[1][0] == 0)"))
      replace(path, "  return reply", "  assert_sound(client->store);  /* " rest " */\n  return reply")
    path = "tests/" low ".test"
    if (has(path)) put(path, text[here, path] "# " rest "\n> " first " x\n< ok\n")
    return "Fix " first ": " rest
  }
  if (kind == "module") {
    put(first, module_source(first, rest))
    sub(/.*\//, "", first)
    return "Add " first ": " rest
  }
  if (kind == "tune") {
    path = find(first)
    if (path == "") return ""
    if (!replace(path, "_LIMIT 64\n", "_LIMIT 256\n") && !replace(path, "->size = ", "->size = 2 * "))
      replace(path, "  return ", "  /* " rest " */\n  return ")
    put(path, text[here, path] "\n/* " rest ". */\n" tuning_source(path, rest, op))
    return rest
  }
  if (kind == "release") {
    put("VERSION", first "\n")
    put("CHANGES", "== " first "\n" rest "\n\n" (has("CHANGES") ? text[here, "CHANGES"] : ""))
    return "Release " first
  }
  if (kind == "write") {
    path = rest
    sub(/^[^|]*\| /, "", path)
    gsub(/\\n/, "\n", path)
    put(first, path "\n")
    sub(/ *\|.*/, "", rest)
    return rest
  }
  if (kind == "append") {
    path = rest
    sub(/^[^|]*\| /, "", path)
    gsub(/\\n/, "\n", path)
    put(first, (has(first) ? text[here, first] : "") path "\n")
    sub(/ *\|.*/, "", rest)
    return rest
  }
  if (kind == "remove") return remove_folder(first, rest)
  if (kind == "start") return rest
  fail("unknown kind " kind)
}

function remove_folder(folder, subject, key, parts, gone, count) {
  for (key in text) {
    split(key, parts, SUBSEP)
    if (parts[1] == here && index(parts[2], folder) == 1) gone[++count] = parts[2]
  }
  while (count) drop(gone[count--])
  return subject
}

function header(who, date, subject) {
  if (!(who in people)) fail("unknown person " who)
  seconds = days(date) * 86400 + 28800 + (NR * 1039) % 36000
  print "commit refs/heads/" here
  print "mark :" (++mark)
  print "committer " people[who] " " seconds " +0000"
  print "data <<MESSAGE\n" subject "\nMESSAGE"
  if (here in tip) print "from :" tip[here]
  tip[here] = mark
}

function write_touched(path) {
  for (path in touched) {
    if (has(path)) printf "M 100644 inline %s\ndata <<FILE_TEXT\n%sFILE_TEXT\n", path, text[here, path]
    else print "D " path
  }
  print ""
  split("", touched)
}

function days(date, part, y, m) {
  split(date, part, "-")
  y = part[1] + 0; m = part[2] + 0
  if (m < 3) { y--; m += 12 }
  return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * (m - 3) + 2) / 5) + part[3] - 719469
}

# Copies the state `from` (a branch or a tag) to the name `to`.
function copy_state(from, to, key, parts, copies, count) {
  for (key in text) {
    split(key, parts, SUBSEP)
    if (parts[1] == from) copies[parts[2]] = text[key]
  }
  for (key in copies) text[to, key] = copies[key]
  ops[to] = ops[from]
  tip[to] = tip[from]
}

# A merge holds the lines of both sides, applied in the story's order.
function merge(from, count, i, list, all, before, key, parts) {
  for (key in text) {
    split(key, parts, SUBSEP)
    if (parts[1] == here) before[parts[2]] = text[key]
  }
  for (key in before) delete text[here, key]
  count = split(ops[here] " " ops[from], list, " ")
  for (i = 1; i <= count; i++) all[list[i]] = 1
  ops[here] = ""
  for (i = 1; i <= NR; i++) if (i in all) { apply(i); ops[here] = ops[here] " " i }
  split("", touched)
  for (key in before) if (!has(key) || text[here, key] != before[key]) touched[key] = 1
  for (key in text) {
    split(key, parts, SUBSEP)
    if (parts[1] == here && !(parts[2] in before)) touched[parts[2]] = 1
  }
}

function rest_from(field, line, i) {
  line = $0
  for (i = 1; i < field; i++) sub(/^[^ ]+ +/, "", line)
  return line
}

/^#/ || /^$/ { next }
$1 == "person" { people[$2] = rest_from(3); next }
$1 == "on" {
  here = $2
  if ($3 == "from") {
    if (!($4 in tip)) fail("no " $4)
    copy_state($4, here)
    print "reset refs/heads/" here "\nfrom :" tip[here] "\n"
  }
  next
}
$3 == "tag" {
  print "tag " $4 "\nfrom :" tip[here] "\ntagger " people[$2] " " days($1) * 86400 + 72000 " +0000"
  print "data <<MESSAGE\n" $4 "\nMESSAGE\n"
  copy_state(here, $4)
  next
}
$3 == "merge" {
  if (!($4 in tip)) fail("no " $4)
  merge($4)
  header($2, $1, rest_from(5))
  print "merge :" tip[$4]
  write_touched()
  next
}
$3 == "pick" {
  subject = rest_from(4)
  if (!(subject in by_subject)) fail("nothing to pick: " subject)
  if (apply(by_subject[subject]) == "") fail("cannot be picked here: " subject)
  ops[here] = ops[here] " " by_subject[subject]
  header($2, $1, subject)
  write_touched()
  next
}
{
  kinds[NR] = $3; firsts[NR] = $4; rests[NR] = rest_from(5)
  subject = apply(NR)
  if (subject == "") fail("nothing to change")
  by_subject[subject] = NR
  ops[here] = ops[here] " " NR
  header($2, $1, subject)
  write_touched()
}
END { if (!failed) print "done" }
PROGRAM

# ---- the story: DATE WHO WHAT …; one line is one commit ----

cat >.store/story <<'STORY'
person ada Ada Lindqvist <ada@tidepool.example>
person ben Ben Okafor <ben@tidepool.example>
person dora Dora Whitman <dora@tidepool.example>
person emil Emil Novak <emil@example.net>
person nils Nils Aalto <nils@example.com>
person chen Chen Rivera <chen@harbor.example>
person ben2 Ben Okafor <ben@rockpool.example>
person farah Farah Idris <farah@rockpool.example>
person gwen Gwen Parry <gwen@shoal.example>
person hugo Hugo Brandt <hugo@shoal.example>
person ines Ines Duarte <ines@edgeworks.example>
person olga Olga Petrenko <olga@puddle.example>

# tidepool, the upstream: version 1
on tidepool/main
2019-03-04 ada write README.md Begin tidepool | # Tidepool\n\nTidepool is a small key-value server. It keeps short-lived values close to the programs that need them\nand speaks a plain text protocol.\n\n    tidepool --port 7171\n\n## Documentation\nSee `docs/commands.md`.
2019-03-04 ada write LICENSE Choose a licence | BSD 3-Clause License\n\nCopyright (c) 2019, the Tidepool authors\n\nRedistribution and use in source and binary forms, with or without modification,\nare permitted provided that the conditions of the BSD 3-Clause License are met.
2019-03-05 ada write src/server.h Declare what the sources share | #ifndef TIDEPOOL_SERVER_H\n#define TIDEPOOL_SERVER_H\n#include <assert.h>\n#include <stdlib.h>\n\nstruct entry {\n  char *value;\n  size_t length;\n  long expires_at;\n};\n\nstruct client;\nstruct store;\nint reply_ok(struct client *client);\nint reply_nil(struct client *client);\nint reply_number(struct client *client, long number);\nint reply_text(struct client *client, const char *text, size_t length);\nint reply_error(struct client *client, const char *why);\nstruct entry *store_find(struct store *store, const char *key);\nstruct entry *store_make(struct store *store, const char *key);\n#endif
2019-03-05 ada write src/table.c List the commands in one table | #include "server.h"\n\nconst struct command table[] = {\n};
2019-03-06 ada write Makefile Build with make | CFLAGS += -std=c99 -Wall -O2\ntidepool: src/*.c src/commands/*.c\n\t$(CC) $(CFLAGS) -o $@ $^\ncheck: tidepool\n\ttests/run
2019-03-06 ada write docs/commands.md Document the commands | # Commands\n
2019-03-08 ada command GET reads the value of a key
2019-03-08 ada command SET stores a value under a key
2019-03-11 ada command DEL removes keys and says how many there were
2019-03-13 ada module src/store.c the keys and their values in memory
2019-03-15 ada module src/client.c one connection and what it has sent so far
2019-03-22 ben module src/loop.c waits for sockets that are ready
2019-03-25 ben command PING answers so that a client knows the server lives
2019-04-02 ada fix GET do not return a value that has expired
2019-04-09 ben command EXPIRE lets a key live for so many seconds
2019-04-16 ben command TTL says how long a key has left to live
2019-04-30 ada command INCR adds one to a number
2019-05-07 emil fix INCR refuse to count past the largest number
2019-05-20 ada module src/journal.c every change, written to disk before it is answered
2019-06-03 ben tune journal.c Sync the journal once a second
2019-06-17 ada release 1.0 First stable version
2019-06-17 ada tag v1.0
2019-08-05 ben command KEYS lists the keys that match a pattern
2019-08-19 emil fix KEYS match a pattern that ends in a star
2019-09-10 ada command APPEND adds to the end of a value
2019-10-01 dora tune loop.c Use epoll where there is one
2019-10-22 ben fix EXPIRE accept zero seconds
2019-11-12 ada module src/config.c reads tidepool.conf
2019-11-26 dora append docs/config.md Describe the configuration file | # Configuration\n\n- `port`: where to listen, 7171 unless said\n- `journal`: file of the journal, empty for none\n- `memory`: most bytes to keep
2019-12-10 ada release 1.1 Configuration file, KEYS and APPEND
2019-12-10 ada tag v1.1

# version 2: replication and memory limits
2020-01-20 ben module src/replica.c follows another server's journal
2020-02-04 ben command FOLLOW makes this server a replica of another
2020-02-18 ada module src/evict.c chooses what to forget when memory is full
2020-03-10 dora tune evict.c Prefer keys that were read long ago
2020-04-07 ada command MEMORY says how many bytes the values take
2020-05-12 ben fix FOLLOW reconnect after the other server restarts
2020-06-09 ben tune replica.c Send only what is new after a short break
2020-07-07 emil fix DEL count each key once
2020-08-18 ada command MGET reads several keys at once
2020-09-08 dora command MSET stores several keys at once
2020-10-06 ada tune store.c Grow the table in small steps
2020-11-03 ben release 2.0 Replication and limits of memory
2020-11-03 ben tag v2.0
2021-01-12 ada command WATCH tells a client when a key changes
2021-02-02 dora fix TTL round up instead of down
2021-03-09 ben module src/pubsub.c hands a message to all who listen
2021-03-23 ben command PUBLISH sends a message to a channel
2021-04-13 ben command LISTEN waits for messages of a channel
2021-06-01 emil fix PUBLISH do not lose the last message at shutdown
2021-09-14 ada tune client.c Read larger pieces from busy clients
2021-11-09 dora command RENAME moves a value to another key
2022-02-15 ben release 2.1 Channels, WATCH and RENAME
2022-02-15 ben tag v2.1

# release-2.x: fixes only
on tidepool/release-2.x from v2.1
2022-05-03 dora fix RENAME keep the time to live
2022-08-16 dora release 2.1.1 Fixes
2022-08-16 dora tag v2.1.1
2023-01-24 ada fix LISTEN free the channel when nobody listens (CVE-2023-91001)
2023-03-07 ada release 2.1.2 Security fix
2023-03-07 ada tag v2.1.2

# version 3 on main
on tidepool/main
2022-04-05 ada module src/tls.c encrypts connections
2022-05-10 dora pick Fix RENAME: keep the time to live
2022-06-14 ada tune tls.c Refuse protocols older than TLS 1.2
2022-08-02 ben module src/acl.c who may run which command
2022-09-13 ben command GRANT lets a user run commands
2022-10-11 ben command REVOKE takes a right away from a user
2022-11-22 emil fix MGET answer nil for keys of another user
2022-12-06 dora command COPY stores the value of a key under another key too
2023-01-31 ada pick Fix LISTEN: free the channel when nobody listens (CVE-2023-91001)
2023-02-21 dora fix APPEND refuse values larger than the limit
2023-04-18 ada release 3.0-rc1 Encryption and rights of users
2023-04-18 ada tag v3.0-rc1

# nils sends a fix and proposes a command
on nils-tidepool/fix-watch-leak from tidepool/main
2023-05-02 nils fix WATCH forget clients that went away
on nils-tidepool/main from v3.0-rc1
on tidepool/main
2023-05-09 ada merge nils-tidepool/fix-watch-leak Merge branch 'fix-watch-leak' of nils-tidepool
2023-06-06 ada write LICENSE Change the licence for version 3 | Tidepool Source Available License 1.0\n\nCopyright (c) 2019-2023, Tidepool Ltd.\n\nYou may use, copy and change this software, except to offer it to others as a service.
2023-06-20 ada release 3.0 Encryption, rights of users, new licence
2023-06-20 ada tag v3.0
2023-08-15 dora module src/tiers.c moves cold values to disk
2023-09-12 dora command TIER says where a value is kept
2023-11-07 ada tune tiers.c Bring values back when they are read twice
2024-01-16 dora fix COPY copy the time to live too
2024-02-13 ada fix SET do not follow a journal line that was cut off (CVE-2024-91007)
2024-03-19 ada tune journal.c Write the journal from a thread of its own
on nils-tidepool/main from tidepool/main
on nils-tidepool/add-touch-command from nils-tidepool/main
2024-04-09 nils command TOUCH renews the time to live of keys
2024-04-16 nils fix TOUCH say how many keys were renewed
on tidepool/main
2024-05-14 dora fix REVOKE take effect on open connections
2024-07-09 ada release 3.1 Tiers of storage
2024-07-09 ada tag v3.1
on tidepool-mirror/main from tidepool/main
on tidepool/main
2024-09-17 ada command BACKUP writes all values to a file
2024-11-12 dora fix BACKUP hold no lock while writing
2025-02-11 ada tune tls.c Reload certificates without a restart
2025-04-08 dora fix KEYS stop when the client is gone
2025-06-10 ada tune evict.c Forget expired keys first

# release-2.x goes on a little
on tidepool/release-2.x
2024-02-14 ada pick Fix SET: do not follow a journal line that was cut off (CVE-2024-91007)
2024-02-20 ada release 2.1.3 Security fix
2024-02-20 ada tag v2.1.3
2024-12-03 dora pick Fix KEYS: stop when the client is gone

# rockpool: those who stayed with the old licence; the same job, in the same files
on rockpool/main from v3.0-rc1
2023-06-27 ben2 write README.md Rename to Rockpool | # Rockpool\n\nRockpool is a small key-value server, a continuation of Tidepool under its original BSD licence.\nClients of Tidepool work unchanged.\n\n    rockpool --port 7171\n\n## Documentation\nSee `docs/commands.md`.
2023-06-27 ben2 write GOVERNANCE.md Decide together | # Governance\n\nMaintainers decide by lazy consensus. Nobody holds the project alone.
2023-07-04 ben2 pick Fix WATCH: forget clients that went away
2023-07-18 farah tune store.c Keep small values inside the entry
2023-08-01 ben2 tune loop.c Share connections among threads
2023-08-22 farah fix MSET store all keys or none
2023-09-05 ben2 tune replica.c Compress what goes over the wire
2023-09-26 emil fix LISTEN drop clients that read too slowly
2023-10-17 ben2 command SCAN lists keys in pieces
2023-11-14 farah tune evict.c Sample twice as many keys
2023-12-05 ben2 release 3.0-rock Threads and compressed replication
2023-12-05 ben2 tag rockpool-3.0
2024-01-23 farah fix SCAN return each key once while the table grows
2024-02-15 ben2 pick Fix SET: do not follow a journal line that was cut off (CVE-2024-91007)
2024-02-15 ben2 release 3.0.1-rock Security fix
2024-02-15 ben2 tag rockpool-3.0.1
2024-03-26 farah tune acl.c Look rights up in constant time
2024-05-07 emil pick Fix COPY: copy the time to live too
2024-06-04 ben2 command OBJECT says how a value is stored
2024-07-16 farah tune journal.c Rewrite the journal while serving
2024-09-10 ben2 fix FOLLOW continue where the last connection broke off
2024-10-22 farah pick Fix REVOKE: take effect on open connections
2024-11-19 ben2 tune client.c Answer pipelined requests together
2025-01-14 farah command DUMPKEY writes one value to a file
2025-03-04 emil fix GET answer at once for keys in the journal
2025-04-15 ben2 release 3.1-rock Online rewriting of the journal
2025-04-15 ben2 tag rockpool-3.1
2025-05-20 farah tune pubsub.c Hand messages on without copying
2025-07-08 ben2 fix MGET keep the order of the keys

# harbor-tidepool: a vendor's patches on release-2.x
on harbor-tidepool/main from v2.1
2022-03-15 chen append Makefile Build with hardening flags | CFLAGS += -fstack-protector-strong -D_FORTIFY_SOURCE=2
2022-03-16 chen write harbor/tidepool.service Add a service file | [Unit]\nDescription=Tidepool key-value server\n\n[Service]\nExecStart=/usr/bin/tidepool\nDynamicUser=yes
2022-03-29 chen tune config.c Read the configuration from /etc/harbor
2022-08-23 chen merge v2.1.1 Merge tag 'v2.1.1' into main
2022-10-04 chen tune client.c Limit connections of one address
2023-03-08 chen merge v2.1.2 Merge tag 'v2.1.2' into main
2023-09-19 chen tune journal.c Write the journal to the audit service
2024-02-21 chen merge v2.1.3 Merge tag 'v2.1.3' into main

# shoal: another job, the measurements of sensors over time
on shoal/main from v2.0
2021-02-09 gwen write README.md Turn into Shoal | # Shoal\n\nShoal stores sensor measurements over time. It is a fork of Tidepool that replaces keys and values with\nseries and samples; simple clients still connect.\n\n    shoal --retention 90d\n
2021-02-16 gwen module src/series/series.c the samples of one sensor, oldest first
2021-02-23 gwen module src/series/sample.c a measurement: a time and a reading
2021-03-02 gwen module src/series/chunk.c samples of two hours, compressed
2021-03-16 gwen remove src/evict Drop eviction: measurements expire by retention
2021-03-30 hugo module src/ingest/line_protocol.c reads measurements as lines of text
2021-04-20 hugo module src/ingest/batch.c many samples in one request
2021-05-11 gwen module src/series/retention.c forgets samples that are too old
2021-06-08 gwen module src/query/window.c groups samples into windows of time
2021-06-22 hugo module src/query/downsample.c average, minimum and maximum of a window
2021-07-13 gwen write docs/measurements.md Explain series and samples | # Measurements\n\nA sensor sends samples: a timestamp and a reading. Samples of one sensor form a series. A series is kept for its\nretention; older samples are downsampled into windows.
2021-08-03 hugo tune batch.c Accept samples out of order
2021-09-14 gwen tune chunk.c Store the difference of timestamps
2021-10-05 gwen append docs/measurements.md Explain downsampling | \n## Downsampling\nA window of samples becomes one sample each for average, minimum and maximum.
2021-11-02 gwen write VERSION Release Shoal 1.0 | shoal 1.0
2021-11-02 gwen tag shoal-1.0
2022-01-18 hugo write dashboards/overview.json Show sensors on a dashboard | {\n  "title": "Sensors",\n  "panels": ["latest reading", "samples a minute", "gaps"]\n}
2022-02-22 hugo module src/query/gaps.c finds sensors that fell silent
2022-04-12 gwen tune retention.c Keep downsampled series longer
2022-06-07 gwen module src/query/forecast.c continues a series by its season
2022-09-06 gwen pick Read larger pieces from busy clients
2022-11-08 hugo tune line_protocol.c Read units of measurement
2023-02-14 gwen pick Fix TTL: round up instead of down
2023-05-16 hugo module src/query/alert.c tells when a reading leaves its range
2023-06-13 hugo write dashboards/alerts.json Show alerts on a dashboard | {\n  "title": "Alerts",\n  "panels": ["readings out of range", "silent sensors"]\n}
2023-09-19 gwen write VERSION Release Shoal 2.0 | shoal 2.0
2023-09-19 gwen tag shoal-2.0
on shoal-edge/main from shoal/main
on shoal/main
2024-03-12 gwen tune forecast.c Notice weekends
2024-08-20 hugo tune alert.c Wait before the same alert is sent again
2025-01-21 gwen tune chunk.c Compress readings that repeat
2025-05-06 hugo module src/query/correlate.c finds sensors that move together

# shoal-edge: a fork of the fork, for small devices
on shoal-edge/main
2023-11-07 ines write README.md Call it Shoal Edge | # Shoal Edge\n\nShoal Edge is a fork of Shoal for gateways with little memory: samples are kept in flash and uploaded when there\nis a connection.
2023-11-21 ines module edge/flash.c keeps samples over a loss of power
2023-12-12 ines module edge/upload.c sends samples on when there is a connection
2024-01-30 ines tune series.c Keep at most an hour in memory
2024-03-26 ines pick Notice weekends
2024-06-18 ines tune flash.c Spread writes over the flash
2024-10-08 ines module edge/battery.c measures less often when the battery is low
2025-03-11 ines tune upload.c Try again with growing pauses

# puddle: written anew by others; the same file names, no common history
on puddle/main
2022-07-05 olga write README.md Start Puddle | # Puddle\n\nA key-value server compatible with Tidepool, written from scratch on disk-based trees.
2022-07-05 olga write LICENSE License under MIT | MIT License\n\nCopyright (c) 2022 Olga Petrenko
2022-07-12 olga write src/store.c Keep values in a tree on disk | #include <stdint.h>\n#include "tree.h"\n\n/* Pages of 4096 bytes; a value longer than a page spills into a chain. */\nvalue_t tree_get(tree_t *t, slice_t key) {\n  page_t *p = descend(t->root, key);\n  int slot = lower_bound(p, key);\n  return slot < p->n && equal(p->keys[slot], key) ? p->values[slot] : VALUE_NONE;\n}
2022-08-02 olga write src/client.c Speak the text protocol | #include "puddle.h"\n\nvoid on_line(conn_t *c, slice_t line) {\n  verb_t v = verb_of(next_word(&line));\n  if (v == VERB_UNKNOWN) { say(c, "-what?"); return; }\n  handlers[v](c, line);\n}
2022-08-30 olga write src/journal.c Recover by a log of pages | #include "puddle.h"\n\nint recover(tree_t *t, int fd) {\n  page_t p;\n  while (read_page(fd, &p) == PAGE_OK) install(t, &p);\n  return checkpoint(t);\n}
2022-10-11 olga write docs/commands.md Say which commands work | Supported so far: GET, SET, DEL, PING.
2023-03-21 olga append docs/commands.md Support INCR | INCR works since March.
2024-05-28 olga append README.md Say how fast it is | \nOn a small disk it answers forty thousand reads a second.
STORY

# ---- the clones ----

awk -f .store/story.awk .store/story | git -C .store fast-import --quiet --done

# clone OWNER NAME: NAME's branches and the tags they reach, checked out, with an origin that is never asked.
clone() {
  git init -q -b main "$2"
  git -C "$2" fetch -q --update-head-ok --no-write-fetch-head ../.store "refs/heads/$2/*:refs/heads/*"
  printf '[remote "origin"]\n\turl = https://example.org/%s\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n' \
    "$1" >>"$2/.git/config"
  git -C "$2" reset -q --hard main
}

clone tidepool/tidepool tidepool
clone rockpool/rockpool rockpool
clone harbor/tidepool harbor-tidepool
clone shoal-db/shoal shoal
clone edgeworks/shoal-edge shoal-edge
clone mirrors/tidepool tidepool-mirror
clone nils/tidepool nils-tidepool
clone puddle/puddle puddle

rm -rf .store
