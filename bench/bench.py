#!/usr/bin/env python3
"""Every budget in one run: CPU per request of Kedang as `sales` and as `gm`, and of the bare limit.

SIZE customers (100,000 unless told) come in through `kedang import customers`. KEDANG_BENCH_TARGET
names another folder of binaries than target/release, KEDANG_BENCH_SECONDS another length of a round.
Figures never fail the run; a wrong answer does. Everything is on 127.0.0.1 and ends by itself."""
import gzip, itertools, json, os, pathlib, re, shutil, sqlite3, subprocess, sys, tempfile, urllib.parse, urllib.request

sys.dont_write_bytecode = True
import measure, rows

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("KEDANG_BENCH_TARGET", ROOT / "target/release"))
KEDANG, LIMIT = TARGET / "kedang", TARGET / "limit"
SIZE, SECONDS, ROUNDS = int(os.environ.get("SIZE") or 100_000), int(os.environ.get("KEDANG_BENCH_SECONDS", 3)), 3
PART = 500_000
PAPER = "enterprise"
LIST, CREATE, SEARCH = "/api/v1/customers?limit=50", "/api/v1/customers", "/api/v1/search?q="
READ = """
local paths, at = {}, 0
for line in io.lines("%s") do paths[#paths + 1] = line end
request = function() at = at %% #paths + 1; return wrk.format("GET", paths[at], %s) end
"""
WRITE = """
local n = 0
local headers = %s
headers["Content-Type"] = "application/json"
request = function()
  n = n + 1
  return wrk.format("POST", "%s", headers,
    '{"name":"%s' .. n .. '号有限公司","kind":"organization","how_met":"展会"}')
end
"""


def get(url, token=None):
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"} if token else {})
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def post(url, token, body):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Authorization": f"Bearer {token}",
                                                                      "Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def deep(url, token):
    """Addresses of the last pages of a walk of 1,000 pages, or of half of the customers."""
    cursor, paths = None, []
    for _ in range(min(1_000, max(2, SIZE // 100))):
        path = LIST + (f"&cursor={urllib.parse.quote(cursor)}" if cursor else "")
        paths.append(path)
        cursor = json.loads(get(url + path, token))["next_cursor"]
        if not cursor:
            break
    return paths[-10:]


def first_page(url):
    """Bytes of the login page with its styles and scripts, each as gzip."""
    page = get(url + "/login")
    files = set(re.findall(rb'<(?:link|script)\b[^>]*?(?:href|src)="(/assets/[^"]+\.(?:css|js))"', page))
    return sum(len(gzip.compress(body, 6)) for body in [page, *(get(url + f.decode()) for f in files)])


def row(case, budget, ours, unit, more=""):
    met = "" if budget is None else "met" if ours <= budget else "MISSED"
    print(f"{case:34} {'' if budget is None else f'{budget:g}':>8} {ours:>9.3f} {unit:4} {met:6} {more}", flush=True)


def parts(file):
    """The file in parts that one import takes; a larger one it refuses."""
    with open(file, encoding="utf-8") as text:
        head = next(text)
        for n, some in enumerate(iter(lambda: list(itertools.islice(text, PART)), [])):
            part = file.with_name(f"part{n}.csv")
            part.write_text(head + "".join(some), encoding="utf-8")
            yield part


def moving(at, folder):
    """Import beside sqlite3's of the same file; phone tails of what came in."""
    file = folder / "in.csv"
    tails = rows.write(file, SIZE)
    runs = [measure.command([*at, "import", "customers", "--as", "sales", str(part)]) for part in parts(file)]
    cpu, wall, peak = sum(run[0] for run in runs), sum(run[1] for run in runs), max(run[2] for run in runs)
    row(f"import of {SIZE:,}", 45 * SIZE / 100_000, cpu, "s", f"CPU, RssAnon {peak:.0f} MB")
    if shutil.which("sqlite3"):
        other = measure.command(["sqlite3", str(folder / "bare.db"), ".mode csv", f".import {file} bare"])[1]
        row("import / sqlite3 .import", 25, wall / other, "x", f"{wall:.2f} s / {other:.2f} s")
    return tails


def questions(url, token, ids, sought, bare_deep):
    """Case -> budget in ms, addresses, requests that make up one case, the limit's addresses."""
    walked = deep(url, token)
    return {
        "customer by id": (0.06, [f"/api/v1/customers/{i}" for i in ids], 1, [f"/customers/{i}" for i in ids]),
        "list page of 50": (0.5, [LIST], 1, ["/customers"]),
        "deep page": (0.5, walked, 1, [bare_deep]),
        "search": (0.4, [SEARCH + urllib.parse.quote(s) for s in sought], 1, None),
        "search, names": (0.4, [SEARCH + urllib.parse.quote(s) for s in rows.NAMES], 1,
                          ["/search?q=" + urllib.parse.quote(s) for s in rows.NAMES]),
        "filter + count": (0.6, [LIST + "&grade=A", "/customers/count?grade=A"], 2, ["/customers?grade=A"]),
        "HTML list page of 50": (0.8, ["/customers"], 1, None),
    }


def found(url, token, sought):
    """Ends the run unless every search answers customers that are what was sought."""
    for words in sought:
        items = json.loads(get(url + SEARCH + urllib.parse.quote(words), token))["items"]
        wrong = [i for i in items if words in rows.NAMES and not set(words) <= set(i["name"])]
        # Among few customers nobody may be called so, and mistakes are forgiven.
        if SIZE >= 10_000 and (not items or wrong):
            sys.exit(f"search for {words}: {len(items)} found, of which wrong: {wrong[:3]}")


def twin(own):
    """The limit's address of the page that the walk of `deep` ends at."""
    base = sqlite3.connect(f"file:{own}?mode=ro", uri=True)
    skip = min(50_000, SIZE // 2)
    at, i = base.execute("select updated_at, id from customers order by updated_at desc, id desc limit 1 offset ?",
                         [skip]).fetchone()
    base.close()
    return f"/customers?before={at}&id={i}"


def best(process, url, script, rounds=ROUNDS):
    return min((measure.load(process.pid, url, str(script), SECONDS) for _ in range(rounds)), key=lambda r: r[0])


class Serving:
    """Kedang and the limit on the same customers, each asked the same."""

    def __init__(self, at, folder, data, started):
        self.script, self.paths, self.folder, self.peak, self.limits = folder / "case.lua", folder / "paths", folder, 0, {}
        self.ours, self.url, cold = measure.serve([*at, "serve", "--listen", "127.0.0.1:0"])
        started.append(self.ours)
        row("cold start", 0.2, cold, "s")
        row("idle RssAnon", 40, measure.anonymous_mb(self.ours.pid), "MB")
        row("first page, gzip", 40, first_page(self.url) / 1000, "kB")
        self.bare, self.bare_url, _ = measure.serve([str(LIMIT), str(data / "kedang.db"), str(folder / "own.db"),
                                                     "127.0.0.1:0"])
        started.append(self.bare)
        self.deep = twin(folder / "own.db")

    def asks(self, process, url, paths, headers="{}"):
        self.paths.write_text("\n".join(paths))
        self.script.write_text(READ % (self.paths, headers))
        return best(process, url, self.script)

    def limit(self, case, paths):
        """CPU ms of the limit for a case, measured once."""
        if case not in self.limits and paths:
            self.limits[case] = self.asks(self.bare, self.bare_url, paths)[0]
            row(f"limit, {case}", None, self.limits[case], "ms")
        return self.limits.get(case)

    def role(self, role, token, ids, sought):
        if "号有限公司" not in get(self.url + "/customers", token).decode():
            sys.exit(f"/customers shows {role} none of the imported customers")
        found(self.url, token, sought)
        headers = '{["Authorization"] = "Bearer %s"}' % token
        for case, (budget, asked, parts, theirs) in questions(self.url, token, ids, sought, self.deep).items():
            limit = self.limit(case, theirs)
            self.says(case, role, budget, parts, self.asks(self.ours, self.url, asked, headers), limit)
        if "create" not in self.limits:
            self.script.write_text(WRITE % ("{}", "/customers", "新"))
            self.limits["create"] = best(self.bare, self.bare_url, self.script, 1)[0]
            row("limit, create, durable", None, self.limits["create"], "ms")
        self.script.write_text(WRITE % (headers, CREATE, f"新{role}"))
        self.says("create, durable", role, 0.35, 1, best(self.ours, self.url, self.script, 1), self.limits["create"])

    def says(self, case, role, budget, parts, measured, limit):
        ms, p50, p99, _, seen = measured
        ratio = f" {ms * parts / limit:.2f} x limit" if limit else ""
        row(f"{case}, {role}", budget, ms * parts, "ms", f"p50 {p50} p99 {p99}{ratio}")
        self.peak = max(self.peak, seen)

    def paper(self, token):
        """CPU ms a page of the longest form, as the card of a customer with all its plain fields."""
        body = {"name": "恒岸医疗器械有限公司", "kind": "organization", "how_met": "展会", "anyway": True}
        customer = post(self.url + CREATE, token, body)["id"]
        card = post(f"{self.url}{CREATE}/{customer}/cards", token, {"form": PAPER})["id"]
        path = f"/api/v1/cards/{card}/pdf"
        pages = measure.pages(get(self.url + path, token))
        headers = '{["Authorization"] = "Bearer %s"}' % token
        ms, p50, p99, _, seen = self.asks(self.ours, self.url, [path], headers)
        row("PDF of a card, a page", 20, ms / pages, "ms", f"{pages} pages, p50 {p50} p99 {p99}")
        self.peak = max(self.peak, seen)

    def fsyncs(self, token):
        headers = '{["Authorization"] = "Bearer %s"}' % token
        self.script.write_text(WRITE % (headers, CREATE, "再新"))
        calls = measure.fsyncs(self.ours.pid, self.url, str(self.script), SECONDS, str(self.folder / "strace"))
        if calls is not None:
            row("fsyncs per 1,000 creates", None, calls, "")


def serving(at, folder, data, tokens, tails, started):
    sides = Serving(at, folder, data, started)
    ids = [c["id"] for c in json.loads(get(sides.url + LIST, tokens["sales"]))["items"]]
    for role, token in tokens.items():
        sides.role(role, token, ids, rows.SOUGHT + tails)
    sides.paper(tokens["sales"])
    sides.fsyncs(tokens["gm"])
    row("peak RssAnon", 200, sides.peak, "MB")


def main():
    if not shutil.which("wrk"):
        sys.exit("wrk is missing: run `make deps`")
    folder, started = pathlib.Path(tempfile.mkdtemp(prefix="kedang-bench-")), []
    data = folder / "data"
    at = [str(KEDANG), "--data", str(data)]
    try:
        print(f"{SIZE:,} customers, c={measure.CLIENTS}, reads: best of {ROUNDS} rounds of {SECONDS} s")
        print(f"{'case':34} {'budget':>8} {'ours':>9}")
        row("binary", 60, KEDANG.stat().st_size / 1e6, "MB")
        subprocess.run([*at, "init", "--with-roles"], check=True, stdout=subprocess.DEVNULL)
        tokens = {role: subprocess.run([*at, "token", "create", "--user", role], check=True,
                                       capture_output=True, text=True).stdout.strip() for role in ("sales", "gm")}
        tails = moving(at, folder)
        peak = measure.command([*at, "export", "customers", "--out", str(folder / "out.csv")])[2]
        row(f"export of {SIZE:,}, RssAnon", 100, peak, "MB")
        serving(at, folder, data, tokens, tails, started)
    finally:
        for process in started:
            process.terminate()
            process.wait()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
