#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens what no catalogue should be: hard-knocks.py RUTTER-CLI SAVE-VIEWS STARTER.gpkg

Each file ends with one sentence or is shown without what is wrong, in bounded time and memory, unchanged."""
import hashlib
import os
import pathlib
import random
import resource
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile

import tap

PROGRAM, SAVE_VIEWS, STARTER = sys.argv[1:4]
WORK = pathlib.Path(tempfile.mkdtemp(prefix='rutter-knocks-'))
MEMORY = 1 << 30
SECONDS = 20
NOBODY = 65534
SANITIZED = 'asan' in os.environ.get('LSAN_OPTIONS', '') or 'ASAN_OPTIONS' in os.environ


def limit(memory=MEMORY):
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def run(*args, program=PROGRAM, home=WORK / 'home', before=limit):
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(home), 'LC_ALL': 'C.UTF-8', 'G_DEBUG': 'fatal-warnings'}
    return subprocess.run([program, *map(str, args)], capture_output=True, text=True, env=env, timeout=120,
                          preexec_fn=before)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make(name, sql='', change=None):
    path = WORK / name
    shutil.copy(STARTER, path)
    db = sqlite3.connect(path)
    db.create_function('ST_IsEmpty', 1, lambda blob: 0, deterministic=True)
    for number, function in enumerate(('ST_MinX', 'ST_MaxX', 'ST_MinY', 'ST_MaxY')):
        db.create_function(function, 1, lambda blob: 0.0, deterministic=True)
    db.executescript(sql)
    if change:
        change(db)
        db.commit()
    db.close()
    return path


def knock(path, *args, expect=1, words='', limits=limit):
    """Runs rutter-cli on a file, which stays as it is, and so does its folder."""
    before, names = digest(path), sorted(os.listdir(path.parent))
    done = run('--catalog', path, *(args or ('list', 'claims')), before=limits)
    assert done.returncode == expect, (path.name, done.returncode, done.stderr, done.stdout[-300:])
    if expect == 1 and args[:1] != ('check',):
        assert done.stderr.startswith('rutter-cli: ') and len(done.stderr.splitlines()) == 1, done.stderr
        assert not done.stdout
        assert words in done.stderr, (words, done.stderr)
    assert digest(path) == before, 'the file was changed'
    assert sorted(os.listdir(path.parent)) == names, 'something was left beside the file'
    return done


def page_of(table):
    db = sqlite3.connect(STARTER)
    page, = db.execute('SELECT rootpage FROM sqlite_schema WHERE name = ?', (table,)).fetchone()
    size, = db.execute('PRAGMA page_size').fetchone()
    db.close()
    return page, size


def test_a_page_of_noise():
    chance = random.Random(1)
    for table in ('object', 'claim', 'place', 'citation'):
        page, size = page_of(table)
        path = make('noise.gpkg')
        data = bytearray(path.read_bytes())
        data[(page - 1) * size:page * size] = chance.randbytes(size)
        path.write_bytes(data)
        knock(path, words='damaged')
    # Anywhere: within a long text noise is only noise, so it may be shown; then it is no reason to fail.
    _, size = page_of('claim')
    for _ in range(12):
        path = make('noise.gpkg')
        data = bytearray(path.read_bytes())
        at = chance.randrange(1, len(data) // size) * size
        data[at:at + size] = chance.randbytes(size)
        path.write_bytes(data)
        done = run('--catalog', path, 'list', 'claims')
        assert done.returncode in (0, 1) and len(done.stderr.splitlines()) <= 1, done
        assert path.read_bytes() == data


def test_locked_by_another_program():
    path = make('locked.gpkg')
    # In a program of its own: a lock ends when any handle that this one has on the file is closed.
    holder = subprocess.Popen([sys.executable, '-c', 'import sqlite3, sys; db = sqlite3.connect (sys.argv[1]); '
                               'db.execute ("BEGIN EXCLUSIVE"); print ("locked", flush=True); sys.stdin.read ()', path],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == 'locked\n'
    before = digest(path)
    done = run('--catalog', path, 'list', 'claims')
    done_own = run(path, 1, program=SAVE_VIEWS)
    holder.communicate('')
    for stderr in (done.stderr, done_own.stderr):
        assert 'Another program is using the file' in stderr and len(stderr.splitlines()) == 1, stderr
    assert (done.returncode, done_own.returncode) == (1, 1)
    assert digest(path) == before and not path.with_name('locked.gpkg-journal').exists()
    knock(path, expect=0)


def test_newer_and_foreign():
    knock(make('newer.gpkg', "UPDATE rutter_meta SET value = '99' WHERE key = 'schema_version'"), words='newer Rutter')
    knock(make('other.gpkg', 'ALTER TABLE rutter_meta RENAME TO meta'), words='not a Rutter catalogue')


def test_broken_references():
    path = make('broken.gpkg', 'PRAGMA foreign_keys = OFF; DELETE FROM vessel WHERE id % 2; '
                'DELETE FROM object WHERE id % 3 = 0; UPDATE claim SET object_id = -1 WHERE id % 5 = 0; '
                'UPDATE event SET place_id = 99999999; UPDATE hub SET place_id = 1;')
    for what in ('claims', 'vessels', 'events', 'hubs', 'places', 'links', 'listings'):
        knock(path, 'list', what, expect=0)
    knock(path, 'figure', '-o', WORK.parent / (WORK.name + '.png'), expect=0)
    (WORK.parent / (WORK.name + '.png')).unlink()
    done = knock(path, 'check')
    assert 'refers to a row' in done.stdout + done.stderr


ENDLESS = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n'
RENAMED = 'PRAGMA legacy_alter_table = ON; ALTER TABLE {0} RENAME TO {0}_before; CREATE VIEW {0} AS '


def test_hostile_schemas():
    refused = {
        'a view on itself': RENAMED.format('denial') + 'SELECT * FROM denial',
        'a view that never ends': RENAMED.format('denial')
        + f'SELECT id, claim_id, denier_id, ({ENDLESS}) AS who FROM denial_before',
        'a virtual table of versions': 'ALTER TABLE rutter_meta RENAME TO m; '
        'CREATE VIRTUAL TABLE rutter_meta USING fts5 (key, value); INSERT INTO rutter_meta SELECT key, value FROM m',
        'a column that is computed': 'ALTER TABLE topic ADD COLUMN more TEXT AS (hex (zeroblob (7000000)))',
    }
    for label, sql in refused.items():
        path = make('hostile.gpkg', sql)
        try:
            knock(path)
        except AssertionError as error:
            raise AssertionError(label) from error
    shown = {
        'a trigger that writes': 'CREATE TRIGGER spy AFTER UPDATE ON claim BEGIN DELETE FROM object; END',
        'a trigger that never ends': f'CREATE TRIGGER spy BEFORE INSERT ON claim BEGIN {ENDLESS}; END',
        'a view beside the tables': f'CREATE VIEW more AS {ENDLESS}',
        'a rule that costs': 'PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '
        "'statement <> ''''', 'length (hex (zeroblob (8000000))) > 1') WHERE name = 'claim'",
    }
    for label, sql in shown.items():
        path = make('hostile.gpkg', sql)
        try:
            knock(path, expect=0)
        except AssertionError as error:
            raise AssertionError(label) from error
        # Nor is such a file ever written to.
        if 'TRIGGER' in sql or 'VIEW' in sql:
            before = digest(path)
            done = run(path, '1', program=SAVE_VIEWS)
            assert done.returncode == 1 and len(done.stderr.splitlines()) == 1, (label, done.stderr)
            assert digest(path) == before, label


HEADER = b'GP\x00\x01' + struct.pack('<i', 4326)


def line(count, points):
    return HEADER + struct.pack('<BII', 1, 2, count) + b''.join(struct.pack('<dd', *point) for point in points)


def test_geometries():
    nan, inf = float('nan'), float('inf')
    blobs = [line(0x7fffffff, [(1, 2)] * 3), line(0, []), line(1, [(1, 2)]), line(3, [(1, 2)]), line(2, [(nan, 2), (3, 4)]),
             line(2, [(1e300, 2), (3, -inf)]), line(2, [(9e9, 91), (0, 0)]), b'', b'GP', HEADER, HEADER + b'\x01',
             b'GP\x00\x0f' + bytes(40), bytes(1000), 'text', 12, line(2, [(5, 5), (5, 5)])]

    def change(db):
        routes = [row for row, in db.execute('SELECT id FROM route')]
        for number, blob in enumerate(blobs):
            db.execute('UPDATE route SET geom = ? WHERE id = ?', (blob, routes[number % len(routes)]))
        places = [row for row, in db.execute('SELECT id FROM place')]
        for number, place in enumerate(((nan, nan), (181, 0), (0, 95), (1e308, -1e308), (inf, 0))):
            db.execute('UPDATE place SET geom = ? WHERE id = ?',
                       (HEADER + struct.pack('<BIdd', 1, 1, *place), places[number]))

    path = make('geometry.gpkg', change=change)
    output = WORK.parent / (WORK.name + '.png')
    for what in ('routes', 'places'):
        knock(path, 'list', what, expect=0)
    knock(path, 'figure', '--layers', 'transfers,caspian,ports,hubs', '-o', output, expect=0)
    assert output.stat().st_size > 1000
    knock(path, 'check')

    spiral = line(100000, [(20 + n / 1000 % 100, (n * 7919 % 12000) / 100 - 60) for n in range(100000)])
    long = make('long.gpkg', change=lambda db: db.execute('UPDATE route SET geom = ? WHERE id = (SELECT min (id) '
                                                          'FROM route)', (spiral,)))
    for suffix in ('png', 'svg', 'pdf'):
        figure = output.with_suffix('.' + suffix)
        knock(long, 'figure', '--layers', 'transfers,caspian', '-o', figure, expect=0)
        figure.unlink()


def test_long_texts():
    long = make('long-text.gpkg', "UPDATE claim SET statement = hex (randomblob (9000000)) WHERE id = 1")
    knock(long, words='too long')
    # What a sentence never is, but SQLite would read: cut, so that no label of a million letters is drawn.
    title = make('title.gpkg', "UPDATE object SET title = hex (zeroblob (500000)) WHERE kind IN ('vessel', 'route'); "
                 "UPDATE layer SET title = hex (zeroblob (500000)), definition = hex (zeroblob (500000))")
    done = knock(title, 'list', 'vessels', expect=0)
    assert len(done.stdout) < 12_000_000
    output = WORK.parent / (WORK.name + '.png')
    knock(title, 'figure', '-o', output, expect=0)
    output.unlink()
    knock(make('uid.gpkg', "UPDATE object SET uid = uid || char (10, 27) || 'x', title = char (27, 7, 8238) || title"),
          'list', 'vessels', expect=0)


def test_half_a_gigabyte_of_text():
    """As a claim, a title and a geometry, and in a table that nothing reads: never in memory at once."""
    room = shutil.disk_usage(WORK).free
    if room < 2 << 30:
        raise tap.Skip(f'this takes 2 GB of disk, and {room >> 20} MB are free')
    for number, sql in enumerate(("UPDATE claim SET statement = hex (zeroblob (250000000)) WHERE id = 1",
                                  "UPDATE object SET title = hex (zeroblob (250000000)) WHERE id = 1",
                                  "UPDATE route SET geom = zeroblob (500000000) WHERE id = (SELECT min (id) FROM route)",
                                  "CREATE TABLE more (words TEXT); INSERT INTO more VALUES (hex (zeroblob (250000000)))")):
        path = make('half-a-gigabyte.gpkg', sql)
        assert path.stat().st_size > 500_000_000
        # Less than the text: whoever reads it whole ends here.
        done = knock(path, words='too long' if number < 3 else '', expect=1 if number < 3 else 0,
                     limits=lambda: limit(400 << 20))
        assert len(done.stderr) < 1000
        path.unlink()


def demote():
    limit()
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def test_files_that_may_not_be_written():
    folder = WORK / 'shut'
    folder.mkdir()
    WORK.chmod(0o755)
    for program in (PROGRAM, SAVE_VIEWS):
        shutil.copy(program, WORK / pathlib.Path(program).name)
    path = folder / 'catalog.gpkg'
    shutil.copy(STARTER, path)
    path.chmod(0o444)
    folder.chmod(0o555)
    before = digest(path)
    done = run('--catalog', path, 'list', 'layers', program=WORK / pathlib.Path(PROGRAM).name, before=demote)
    assert done.returncode == 0, done.stderr
    done = run(path, 1, program=WORK / pathlib.Path(SAVE_VIEWS).name, before=demote)
    assert done.returncode == 1 and 'may not be written to' in done.stderr, done.stderr
    assert digest(path) == before and os.listdir(folder) == ['catalog.gpkg']
    folder.chmod(0o755)


def test_no_home():
    done = run('list', 'layers', home='/proc/nowhere')
    assert done.returncode == 0 or len(done.stderr.splitlines()) == 1, done.stderr


def test_a_full_disk():
    disk = WORK / 'disk'
    disk.mkdir()
    mount = shutil.which('mount') if os.getuid() == 0 else None
    size = os.path.getsize(STARTER) + 400_000
    if not mount or subprocess.run([mount, '-t', 'tmpfs', '-o', f'size={size}', 'none', disk],
                                   capture_output=True).returncode:
        raise tap.Skip('a small file system cannot be mounted here')
    try:
        path = disk / 'catalog.gpkg'
        shutil.copy(STARTER, path)
        done = run(path, program=SAVE_VIEWS)
        assert done.returncode == 1 and len(done.stderr.splitlines()) == 1, done.stderr
        assert 'full' in done.stderr, done.stderr
        # A word cannot be half written, because each is printed after its commit.
        uids = done.stdout.split()
        assert uids, 'there was room for some'
        copy = WORK / 'full.gpkg'
        for suffix in ('', '-wal'):
            if (disk / f'catalog.gpkg{suffix}').exists():
                shutil.copy(disk / f'catalog.gpkg{suffix}', f'{copy}{suffix}')
        db = sqlite3.connect(copy)
        assert {uid for uid, in db.execute('SELECT uid FROM view')} == set(uids)
        assert db.execute('PRAGMA integrity_check').fetchone()[0] == 'ok'
        db.close()
        done = run('--catalog', STARTER, 'figure', '-o', disk / 'figure.png')
        assert done.returncode == 1 and len(done.stderr.splitlines()) == 1, (done.returncode, done.stderr)
        assert not (disk / 'figure.png').exists(), 'half a figure is none'
    finally:
        subprocess.run(['umount', disk], check=True)


try:
    tap.run([test for name, test in list(globals().items()) if name.startswith('test_')])
finally:
    shutil.rmtree(WORK)
