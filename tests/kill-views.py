#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends a program that saves views at random moments: kill-views.py SAVE-VIEWS STARTER.gpkg [ROUNDS]"""
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import tap

PROGRAM, STARTER = sys.argv[1], sys.argv[2]
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 200
WORK = pathlib.Path(tempfile.mkdtemp(prefix='rutter-kill-'))


def make_catalogue(name):
    path = WORK / name
    shutil.copy(STARTER, path)
    return path


def start(path, *args):
    return subprocess.Popen([PROGRAM, path, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def saved(path):
    """The views in the file, each with whether it has all the layers (those of the catalogue and the passages of the map), and
    what SQLite says of the file."""
    with sqlite3.connect(path) as db:
        rows = db.execute('SELECT uid, (SELECT count(*) FROM view_layer WHERE view_id = view.id) = '
                          '(SELECT count(*) + 1 FROM layer) FROM view').fetchall()
        verdict = db.execute('PRAGMA integrity_check').fetchone()[0]
    db.close()
    return dict(rows), verdict


def test_nothing_committed_is_lost():
    chance = random.Random(20261123)
    committed, cut_short = set(), 0
    path = make_catalogue('killed.gpkg')
    for number in range(ROUNDS):
        process = start(path)
        first = ''
        if number % 4:  # every fourth round ends while the file is still being opened, or never begins
            first = process.stdout.readline()
            assert first, process.stderr.read()
        time.sleep(chance.uniform(0, 0.03))
        process.send_signal(signal.SIGKILL)
        # Not communicate(): it reads past what readline() has taken ahead.
        rest, words = process.stdout.read(), process.stderr.read()
        process.wait()
        assert not words, words
        printed = (first + rest).split('\n')
        cut_short += printed[-1] != ''
        committed.update(printed[:-1])
        views, verdict = saved(path)
        assert verdict == 'ok', (number, verdict)
        assert not committed - views.keys(), (number, committed - views.keys())
        assert set(views.values()) <= {1}, 'a view is there whole or not at all'
    print(f'# {ROUNDS} times ended, {len(committed)} views committed, {len(views)} in the file')
    assert len(committed) >= ROUNDS
    # What was committed but not yet printed: at most one view a round.
    assert len(views) <= len(committed) + ROUNDS


def test_two_at_once_lose_nothing():
    # The file is new each time: turning its log on is where two get in each other's way.
    for number in range(6):
        path = make_catalogue(f'shared-{number}.gpkg')
        processes = [start(path, 20) for _ in range(2)]
        printed = set()
        for process in processes:
            uids, words = process.communicate(timeout=60)
            assert process.returncode == 0, words
            assert len(uids.split()) == 20
            printed.update(uids.split())
        views, verdict = saved(path)
        assert verdict == 'ok'
        assert views.keys() == printed and len(printed) == 40


def test_two_first_starts_at_once():
    """Both find a file of the version before: one migrates it, the other one waits."""
    path = make_catalogue('old.gpkg')
    db = sqlite3.connect(path)
    db.executescript("""DROP TABLE view_layer; DROP TABLE view; DROP TABLE origin;
        DELETE FROM gpkg_contents WHERE table_name IN ('view', 'view_layer', 'origin');
        DELETE FROM rutter_meta WHERE key <> 'schema_version';
        UPDATE rutter_meta SET value = '1' WHERE key = 'schema_version';""")
    db.close()
    processes = [start(path, 5) for _ in range(2)]
    for process in processes:
        _, words = process.communicate(timeout=60)
        assert process.returncode == 0, words
    views, verdict = saved(path)
    assert verdict == 'ok' and len(views) == 10
    assert list(WORK.glob('old.gpkg.version-1-*')), 'a copy of before is kept'


try:
    tap.run([test for name, test in list(globals().items()) if name.startswith('test_')])
finally:
    shutil.rmtree(WORK)
