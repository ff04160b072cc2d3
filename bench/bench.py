#!/usr/bin/env python3
"""Every budget in one run: CPU per request of Kedang as `sales` and as `gm`, and of the bare limit.

SIZE customers (100,000 unless told) come in through `kedang import customers`. KEDANG_BENCH_TARGET
names another folder of binaries than target/release, KEDANG_BENCH_SECONDS another length of a round.
Figures never fail the run; a wrong answer does. Everything is on 127.0.0.1 and ends by itself."""
import gzip, json, os, pathlib, re, shutil, subprocess, sys, tempfile, urllib.parse, urllib.request

sys.dont_write_bytecode = True
import measure, rows

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("KEDANG_BENCH_TARGET", ROOT / "target/release"))
KEDANG, LIMIT = TARGET / "kedang", TARGET / "limit"
SIZE, SECONDS, ROUNDS = int(os.environ.get("SIZE") or 100_000), int(os.environ.get("KEDANG_BENCH_SECONDS", 3)), 3
LIST, CREATE = "/api/v1/customers?limit=50", "/api/v1/customers"
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
  return wrk.format("POST", "/api/v1/customers", headers,
    '{"name":"%s' .. n .. '号有限公司","kind":"organization","how_met":"展会"}')
end
"""


def get(url, token=None):
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"} if token else {})
    with urllib.request.urlopen(request) as answer:
        return answer.read()


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


def moving(at, folder):
    """Import beside sqlite3's of the same file; phone tails of what came in."""
    file = folder / "in.csv"
    tails = rows.write(file, SIZE)
    cpu, wall, _ = measure.command([*at, "import", "customers", "--as", "sales", str(file)])
    row(f"import of {SIZE:,}", 45 * SIZE / 100_000, cpu, "s", "CPU")
    if shutil.which("sqlite3"):
        other = measure.command(["sqlite3", str(folder / "bare.db"), ".mode csv", f".import {file} bare"])[1]
        row("import / sqlite3 .import", 25, wall / other, "x", f"{wall:.2f} s / {other:.2f} s")
    return tails


def questions(url, token, ids, tails):
    """Case -> budget in ms, addresses, requests that make up one case."""
    sought = [s for s in rows.SOUGHT if s != "{tail}"] + tails
    return {
        "customer by id": (0.06, [f"/api/v1/customers/{i}" for i in ids], 1),
        "list page of 50": (0.5, [LIST], 1),
        "deep page": (0.5, deep(url, token), 1),
        "search": (0.4, ["/api/v1/search?q=" + urllib.parse.quote(s) for s in sought], 1),
        "filter + count": (0.6, [LIST + "&grade=A", "/customers/count?grade=A"], 2),
        "HTML list page of 50": (0.8, ["/customers"], 1),
    }


def best(process, url, script):
    return min((measure.load(process.pid, url, str(script), SECONDS) for _ in range(ROUNDS)), key=lambda r: r[0])


def serving(at, folder, data, tokens, tails, started):
    ours, url, cold = measure.serve([*at, "serve", "--listen", "127.0.0.1:0"])
    started.append(ours)
    row("cold start", 0.2, cold, "s")
    row("idle RssAnon", 40, measure.anonymous_mb(ours.pid), "MB")
    row("first page, gzip", 40, first_page(url) / 1000, "kB")
    bare, bare_url, _ = measure.serve([str(LIMIT), str(data / "kedang.db"), "127.0.0.1:0"])
    started.append(bare)
    ids = [c["id"] for c in json.loads(get(url + LIST, tokens["sales"]))["items"]]
    for role, token in tokens.items():
        if "号有限公司" not in get(url + "/customers", token).decode():
            sys.exit(f"/customers shows {role} none of the imported customers")
    script, paths, peak = folder / "case.lua", folder / "paths", 0
    paths.write_text("\n".join(f"/customers/{i}" for i in ids))
    script.write_text(READ % (paths, "{}"))
    limit = best(bare, bare_url, script)[0]
    row("limit, customer by id", None, limit, "ms")
    for role, token in tokens.items():
        headers = '{["Authorization"] = "Bearer %s"}' % token
        for case, (budget, asked, parts) in questions(url, token, ids, tails).items():
            paths.write_text("\n".join(asked))
            script.write_text(READ % (paths, headers))
            ms, p50, p99, _, seen = best(ours, url, script)
            ratio = f" {ms / limit:.2f} x limit" if case == "customer by id" else ""
            row(f"{case}, {role}", budget, ms * parts, "ms", f"p50 {p50} p99 {p99}{ratio}")
            peak = max(peak, seen)
        script.write_text(WRITE % (headers, f"新{role}"))
        ms, p50, p99, _, seen = measure.load(ours.pid, url, str(script), SECONDS)
        row(f"create, durable, {role}", 0.35, ms, "ms", f"p50 {p50} p99 {p99}")
        peak = max(peak, seen)
    script.write_text(WRITE % (headers, "再新"))
    calls = measure.fsyncs(ours.pid, url, str(script), SECONDS, str(folder / "strace"))
    if calls is not None:
        row("fsyncs per 1,000 creates", None, calls, "")
    row("peak RssAnon", 200, peak, "MB")


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
