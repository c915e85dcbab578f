"""Turns what `forkscape --experimental-dump-help` says of the commands into a man page, in mdoc."""
import json
import sys


def escaped(text):
    """Text for a line of its own: no escape, and no control line."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def name_of(argument):
    names = argument.get("names") or []
    shown = ["\\-" + "\\-" * (name["kind"] == "long") + name["name"].replace("-", "\\-") for name in names]
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return "Ar " + value
    return "Fl " + " , ".join(part[2:] for part in shown) + (" Ar " + value if argument["kind"] == "option" else "")


def arguments(command):
    shown = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True) and a["kind"] in ("positional", "option", "flag")]
    shown = [a for a in shown if (a.get("preferredName") or {}).get("name") not in ("help", "version")]
    if not shown:
        return
    print(".Bl -tag -width indent")
    for argument in shown:
        print(".It " + name_of(argument))
        print(escaped(argument.get("abstract", "")))
    print(".El")


def paragraphs(text):
    for block in (text or "").split("\n\n"):
        lines = block.split("\n")
        if all(line.startswith("  ") for line in lines if line):
            print(".Bd -literal -offset indent")
            print("\n".join(escaped(line.strip()) for line in lines))
            print(".Ed")
        elif block:
            print(".Pp")
            print(escaped(block))


def main():
    root = json.load(sys.stdin)["command"]
    print(".Dd $Mdocdate$\n.Dt FORKSCAPE 1\n.Os")
    print(".Sh NAME\n.Nm forkscape\n.Nd " + escaped(root["abstract"].rstrip(".")))
    print(".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar options")
    print(".Sh DESCRIPTION")
    paragraphs(root.get("discussion"))
    print(".Sh COMMANDS")
    for command in root["subcommands"]:
        if command["commandName"] == "help":
            continue
        print(".Ss " + command["commandName"])
        print(escaped(command.get("abstract", "")))
        paragraphs(command.get("discussion"))
        arguments(command)
        for nested in command.get("subcommands", []):
            print(".Pp")
            print(".Cm " + command["commandName"] + " " + nested["commandName"])
            print(escaped(nested.get("abstract", "")))
            arguments(nested)


main()
