#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the whole programs: bench-programs.py BUILD LARGE.gpkg, which make-catalogue made

Prints name, value, unit and target, parted by tabs. CPU seconds are user and system time of the one process, the
median of several runs after one that is not counted; memory is the largest resident set that the kernel saw.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

BUILD, LARGE = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
RUNS = 5


def run(args, env):
    """Returns CPU seconds and peak memory in MB of one run."""
    process = subprocess.Popen([str(arg) for arg in args], env=env, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{args[0]} ended with {process.returncode}')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(args, env):
    runs = [run(args, env) for _ in range(RUNS + 1)][1:]
    return statistics.median(cpu for cpu, _ in runs), statistics.median(rss for _, rss in runs)


def report(name, value, unit, target):
    print(f'{name}\t{value}\t{unit}\t{target}', flush=True)


with tempfile.TemporaryDirectory() as work:
    home = pathlib.Path(work)
    env = dict(os.environ, HOME=work, XDG_CONFIG_HOME=f'{work}/config', XDG_DATA_HOME=f'{work}/data',
               XDG_CACHE_HOME=f'{work}/cache', XDG_RUNTIME_DIR=work, GTK_A11Y='none', GDK_BACKEND='x11',
               GSK_RENDERER='cairo')
    cli = BUILD / 'src' / 'cli' / 'rutter-cli'
    starter = BUILD / 'data' / 'starter.gpkg'

    cpu, _ = measure([cli, '--catalog', starter, 'figure', '-o', home / 'figure.pdf'], env)
    report('A4 figure as PDF, process', f'{cpu:.2f}', 'CPU s', '1 or less')
    cpu, _ = measure([cli, '--catalog', starter, '--json', 'list', 'claims'], env)
    report('list claims as JSON, process', f'{cpu:.2f}', 'CPU s', '')

    read, write = os.pipe()
    server = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        env['DISPLAY'] = ':' + pipe.readline().strip()
    try:
        first = home / 'first'

        def start(count):
            own = dict(env, XDG_DATA_HOME=f'{work}/data{count}', XDG_CONFIG_HOME=f'{work}/config{count}')
            return run([BUILD / 'src' / 'app' / 'rutter', f'--screenshot={first}.png'], own)

        runs = [start(count) for count in range(RUNS + 1)][1:]
        report('first start to a complete frame', f'{statistics.median(c for c, _ in runs):.2f}', 'CPU s', '1.0')
        report('resident memory, cairo renderer', f'{statistics.median(r for _, r in runs):.0f}', 'MB', '200')

        # The window itself, with the user's own catalogue and with one of 100,000 objects.
        explore, large = BUILD / 'tests' / 'explore-window', LARGE
        hurried = dict(env, XDG_DATA_HOME=f'{work}/data-explore', XDG_CONFIG_HOME=f'{work}/config-explore')
        failed = [what for what in (['pan'], ['pan', large], ['live'], ['drag', large], ['route'], ['hour'])
                  if subprocess.run([explore, *what], env=hurried, check=False).returncode != 0]
        if failed:
            sys.exit(f'explore-window missed what must hold, or failed: {failed}')
    finally:
        server.terminate()
        server.wait()
