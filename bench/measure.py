"""What the bench reads off a process: CPU, memory, waiting, and what wrk says of its answers."""
import os, pathlib, re, shutil, signal, subprocess, sys, time

CLIENTS = 16


def serve(command):
    """Starts a server; the process, its address, and the seconds until it named it."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            return process, found.group(0), time.monotonic() - started
    sys.exit(f"{command[0]} did not start")


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def anonymous_mb(pid):
    """RssAnon in MB; 0 once the process has ended."""
    try:
        found = re.search(r"RssAnon:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(found.group(1)) / 1024 if found else 0


def command(arguments, **more):
    """Runs to the end; CPU seconds, wall seconds and the greatest RssAnon in MB, seen every 5 ms."""
    started, peak = time.monotonic(), 0
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, **more)
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        peak = max(peak, anonymous_mb(process.pid))
        time.sleep(0.005)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments[0]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - started, peak


def load(pid, url, script, seconds):
    """CPU ms a request, p50, p99, requests, and the greatest RssAnon in MB seen meanwhile."""
    before, peak = cpu_seconds(pid), 0
    wrk = subprocess.Popen(["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--latency", "-s", script, url],
                           stdout=subprocess.PIPE, text=True)
    while wrk.poll() is None:
        peak = max(peak, anonymous_mb(pid))
        time.sleep(0.05)
    out = wrk.stdout.read()
    if wrk.returncode or "Non-2xx" in out:
        sys.exit(f"{url}, {script}: answers other than 2xx\n{out}")
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    late = [re.search(rf"{part}%\s+([0-9.]+\w+)", out).group(1) for part in (50, 99)]
    return (cpu_seconds(pid) - before) * 1000 / requests, *late, requests, peak


def fsyncs(pid, url, script, seconds, report):
    """fsync and fdatasync calls per 1,000 requests; None without strace."""
    if not shutil.which("strace"):
        return None
    trace = subprocess.Popen(["strace", "-f", "-c", "-e", "trace=fsync,fdatasync", "-o", report, "-p", str(pid)],
                             stderr=subprocess.PIPE, text=True)
    if "attached" not in trace.stderr.readline():
        trace.wait()
        return None
    requests = load(pid, url, script, seconds)[3]
    trace.send_signal(signal.SIGINT)
    trace.communicate()
    calls = re.findall(r"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+).*\b(?:fsync|fdatasync)$",
                       pathlib.Path(report).read_text(), re.M)
    return sum(map(int, calls)) * 1000 / requests


def pages(pdf):
    """How many pages a PDF has, as poppler counts."""
    told = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return int(re.search(r"Pages:\s+(\d+)", told).group(1))
