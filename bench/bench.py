#!/usr/bin/env python3
"""Point reads: CPU per request of Kedang over that of the bare limit, in one run.

Loads customers through the product's own interface, then lets wrk (bounded in time) read random
ones from both servers in turn, three times each. Absolute times depend on the machine and are
printed only beside the ratio. Everything is on 127.0.0.1 and ends by itself."""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile, urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEDANG, LIMIT = ROOT / "target/release/kedang", ROOT / "target/release/limit"
COUNT, SECONDS, ROUNDS, CLIENTS = 2_000, 3, 3, 16
LUA = """
local ids = {}
for line in io.lines("%s") do ids[#ids + 1] = line end
math.randomseed(7)
request = function() return wrk.format("GET", "%s" .. ids[math.random(#ids)], %s) end
"""


def serve(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            return process, found.group(0)
    sys.exit(f"{command[0]} did not start")


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def load(pid, url, script):
    before = cpu_seconds(pid)
    out = subprocess.run(["wrk", "-t1", f"-c{CLIENTS}", f"-d{SECONDS}s", "--latency", "-s", script, url],
                         check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in out:
        sys.exit(f"{url}: answers other than 2xx\n{out}")
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    return (cpu_seconds(pid) - before) * 1000 / requests, re.search(r"99%\s+([0-9.]+\w+)", out).group(1)


def create(url, token, n):
    body = json.dumps({"name": f"客户{n:05}有限公司", "kind": "organization", "how_met": "展会"}).encode()
    request = urllib.request.Request(f"{url}/api/v1/customers", body, {
        "Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["id"]


def main():
    if not shutil.which("wrk"):
        sys.exit("wrk is missing: run `make deps`")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kedang-bench-"))
    data, started = folder / "data", []
    try:
        at = [str(KEDANG), "--data", str(data)]
        subprocess.run([*at, "init", "--with-roles"], check=True, stdout=subprocess.DEVNULL)
        tokens = {role: subprocess.run([*at, "token", "create", "--user", role], check=True,
                                       capture_output=True, text=True).stdout.strip() for role in ("sales", "gm")}
        ours, url = serve([*at, "serve", "--listen", "127.0.0.1:0"])
        started.append(ours)
        ids = [create(url, tokens["sales"], n) for n in range(COUNT)]
        (folder / "ids").write_text("\n".join(ids))
        bare, bare_url = serve([str(LIMIT), str(data / "kedang.db"), "127.0.0.1:0"])
        started.append(bare)

        def script(name, path, headers):
            file = folder / f"{name}.lua"
            file.write_text(LUA % (folder / "ids", path, headers))
            return str(file)

        cases = {"limit": (bare.pid, bare_url, script("limit", "/customers/", "{}"))}
        for role, token in tokens.items():
            headers = '{["Authorization"] = "Bearer %s"}' % token
            cases[role] = (ours.pid, url, script(role, "/api/v1/customers/", headers))
        best = {}
        for _ in range(ROUNDS):
            for name, case in cases.items():
                ms, p99 = load(*case)
                if name not in best or ms < best[name][0]:
                    best[name] = (ms, p99)
        limit = best["limit"][0]
        print(f"point read, c={CLIENTS}, {COUNT} customers, best of {ROUNDS} rounds of {SECONDS} s")
        for name, (ms, p99) in best.items():
            print(f"{name:6} {ms:.4f} ms CPU a request   p99 {p99:>8}   {ms / limit:5.2f} x limit")
    finally:
        for process in started:
            process.terminate()
            process.wait()
        shutil.rmtree(folder)


main()
