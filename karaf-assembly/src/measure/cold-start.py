#!/usr/bin/env python3
"""Compares cold starts: bare Karaf to its SSH greeting, Daybook to /health 200, by turns.

usage: cold-start.py ROUNDS KARAF DAYBOOK

KARAF and DAYBOOK are unpacked distributions that were never started. Each start is one of a fresh
copy, by bin/karaf server, on free ports. Processor time is that of the Java process until then.
"""
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def greets(port):
    try:
        with socket.create_connection(("127.0.0.1", port), 0.2) as s:
            s.settimeout(5)
            return s.recv(4) == b"SSH-"
    except OSError:
        return False


def healthy(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=3) as answer:
            return answer.status == 200
    except OSError:
        return False


def java_below(pid):
    """The script's child, or itself where it became Java."""
    for each in [pid] + [int(p) for p in open(f"/proc/{pid}/task/{pid}/children").read().split()]:
        if os.path.basename(os.readlink(f"/proc/{each}/exe")) == "java":
            return each
    raise RuntimeError("no Java process")


def cpu_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_mb(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{pid}/status").read()).group(1)) / 1024


def edit(file, changes):
    text = open(file).read()
    for key, value in changes.items():
        text = re.sub(rf"(?m)^{key}\s*=.*", f"{key} = {value}", text)
    open(file, "w").write(text)


def cold_start(distribution, bare):
    folder = tempfile.mkdtemp(prefix="cold-start-")
    home = f"{folder}/home"
    shutil.copytree(distribution, home, symlinks=True)
    http, ssh, registry, server = (free_port() for _ in range(4))
    if bare:
        edit(f"{home}/etc/org.apache.karaf.shell.cfg", {"sshPort": ssh, "sshHost": "127.0.0.1"})
        edit(f"{home}/etc/org.apache.karaf.management.cfg",
             {"rmiRegistryPort": registry, "rmiServerPort": server})
    environment = dict(
        os.environ, DAYBOOK_HTTP_PORT=str(http), DAYBOOK_SSH_PORT=str(ssh),
        DAYBOOK_JMX_REGISTRY_PORT=str(registry), DAYBOOK_JMX_SERVER_PORT=str(server))
    start = time.monotonic()
    process = subprocess.Popen(
        [f"{home}/bin/karaf", "server"], env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not (greets(ssh) if bare else healthy(http)):
        if process.poll() is not None or time.monotonic() - start > 120:
            raise RuntimeError(f"{home} did not start")
        time.sleep(0.02)
    wall = time.monotonic() - start
    java = java_below(process.pid)
    cpu = cpu_seconds(java)
    time.sleep(4)
    result = wall, cpu, resident_mb(java)
    os.kill(java, signal.SIGTERM)
    process.wait(60)
    shutil.rmtree(folder)
    return result


def main():
    rounds, karaf, daybook = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    results = {"karaf": [], "daybook": []}
    for _ in range(rounds):
        for name, distribution in (("karaf", karaf), ("daybook", daybook)):
            load = os.getloadavg()[0]
            result = cold_start(distribution, name == "karaf")
            results[name].append(result)
            print("%-8s %6.2f s  %5.2f s of processor  %4.0f MB  load %.1f" % (name, *result, load))
    medians = {n: [statistics.median(r[i] for r in rs) for i in range(3)] for n, rs in results.items()}
    for name, median in medians.items():
        print("%-8s %6.2f s  %5.2f s of processor  %4.0f MB  median" % (name, *median))
    print("ratio    %6.2f" % (medians["daybook"][0] / medians["karaf"][0]))


main()
