#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands the real window and rutter-cli what they should survive: drive-bad-input.py PROGRAM CLI DATA_DIR

Inside on-session. Each time: no crash, one sentence that can be read in the window, the same on stderr, and every file
as it was before.
"""
import contextlib
import hashlib
import math
import pathlib
import re
import shutil
import sqlite3
import struct
import subprocess
import sys

import tap
from accessible import find, is_laid_out, wait, walk
from driving import Home, Window

PROGRAM, CLI = sys.argv[1:3]
DATA_DIR = pathlib.Path(sys.argv[3]).resolve()
STARTER = DATA_DIR / 'starter.gpkg'
FAILED = 'The Catalogue Cannot Be Opened'
with contextlib.closing(sqlite3.connect(f'{STARTER.as_uri()}?mode=ro', uri=True)) as starter:
    N_LAYERS = starter.execute('SELECT count(*) FROM layer').fetchone()[0]  # and those of the map itself


@contextlib.contextmanager
def a_home():
    home = Home()
    try:
        yield home
    finally:
        home.remove()


def state_of(folder):
    """Names and contents of all files in a folder."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def says(window, pattern):
    """The sentence that the window shows, and that stderr has as one line."""
    text = window.wait_for_text(pattern)
    lines = [line for line in window.stderr().splitlines() if line.startswith('rutter: ')]
    assert lines == [f'rutter: {text}'], (text, lines)
    assert text.endswith('.'), text
    return text


def counts(window):
    window.settle()
    return [one.get_name() for one in walk(window.find('Layers', 'list'))
            if re.match(r'\d+ of \d+ in view$|\d+, hidden$', one.get_name() or '')]


def bad_catalogues():
    starter = STARTER.read_bytes()
    return {'empty.gpkg': b'', 'text.gpkg': b'hello, world\n' * 1000, 'header.gpkg': starter[:100],
            'cut.gpkg': starter[:len(starter) // 2], 'rotten.gpkg': starter[:4096] + b'\xa5' * (len(starter) - 4096)}


def cli(*args, expect):
    done = subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, timeout=60,
                          env={'PATH': '/usr/bin:/bin', 'HOME': '/nonexistent', 'LC_ALL': 'C.UTF-8'})
    assert done.returncode == expect, (args, done.returncode, done.stderr)
    return done.stderr.splitlines()


def make_foreign(path):
    """A sound database that is nobody's catalogue."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute('CREATE TABLE stamp (country TEXT)')
        db.commit()


def refuse(home, path):
    before = state_of(path.parent)
    with Window(PROGRAM, home, '--catalog', path, status=1) as window:
        window.wait_for_text(FAILED)
        assert path.name in says(window, re.escape(path.name))
    assert state_of(path.parent) == before, path.name
    lines = cli('--catalog', path, 'list', 'claims', expect=1)
    assert len(lines) == 1 and path.name in lines[0], lines
    assert state_of(path.parent) == before, path.name


def test_catalogues_that_are_none():
    with a_home() as home:
        folder = home.path / 'files'
        folder.mkdir()
        for name, data in bad_catalogues().items():
            (folder / name).write_bytes(data)
        make_foreign(folder / 'foreign.gpkg')
        for path in sorted(folder.iterdir()):
            refuse(home, path)
        refuse(home, folder / 'missing.gpkg')
        (folder / 'folder.gpkg').mkdir()
        refuse(home, folder / 'folder.gpkg')


def test_own_catalogue_helps_out():
    with a_home() as home:
        with Window(PROGRAM, home, '--catalog', home.path / 'missing.gpkg') as window:
            window.wait_for_text(FAILED)
            window.click_on(window.find('Open Your Own Catalogue', 'button'))
            wait('the map', lambda: is_laid_out(window.map))
            assert len(counts(window)) >= N_LAYERS
        assert home.own.exists()


def test_own_catalogue_that_is_damaged():
    with a_home() as home:
        home.own.parent.mkdir(parents=True)
        for name in ('text.gpkg', 'cut.gpkg', 'rotten.gpkg'):
            home.own.write_bytes(bad_catalogues()[name])
            before = state_of(home.own.parent)
            with Window(PROGRAM, home) as window:
                says(window, r'catalogue\.gpkg.*The starter catalogue is shown instead, read-only\.$')
                assert len(counts(window)) >= N_LAYERS
            assert state_of(home.own.parent) == before


def data_dir_with(home, basemap):
    """A data folder whose basemap is the given bytes, or missing."""
    folder = home.path / 'share'
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path in DATA_DIR.iterdir():
        if path.suffix in ('.gpkg', '.tsv', '.compiled'):
            (folder / path.name).symlink_to(path)
    if basemap is not None:
        (folder / 'basemap.rbm').write_bytes(basemap)
    return folder


def test_basemap_that_is_none():
    basemap = (DATA_DIR / 'basemap.rbm').read_bytes()
    rotten = bytearray(basemap)
    rotten[len(rotten) // 2] ^= 0x40
    for label, data in (('missing', None), ('empty', b''), ('cut', basemap[:len(basemap) // 2]), ('rotten', rotten),
                        ('text', b'hello, world\n' * 1000)):
        with a_home() as home:
            folder = data_dir_with(home, data)
            before = state_of(folder)
            with Window(PROGRAM, home, data_dir=folder) as window:
                says(window, r'basemap\.rbm.*The map shows a plain sea\.$')
                assert len(counts(window)) >= N_LAYERS, label
            assert state_of(folder) == before, label


def test_home_that_cannot_be_written():
    with a_home() as home:
        blocker = home.path / 'file'
        blocker.write_bytes(b'not a folder')
        with Window(PROGRAM, home, base=blocker / 'home') as window:
            says(window, r'The starter catalogue is shown instead, read-only\.$')
            assert len(counts(window)) >= N_LAYERS
            window.press('ctrl+1')
            wait('a layer to go', lambda: find(window.find('Layers', 'list'), re.compile(r'^\d+, hidden$')))
        assert blocker.read_bytes() == b'not a folder'


def geometry(kind, points, n=None):
    """GeoPackage binary without an envelope; KIND 1 is a point, 2 a line of N vertices."""
    head = b'GP' + struct.pack('<BBi', 0, 1, 4326) + struct.pack('<BI', 1, kind)
    if kind == 2:
        head += struct.pack('<I', len(points) if n is None else n)
    return head + b''.join(struct.pack('<dd', *point) for point in points)


def alter(path, table, blob):
    """Puts a geometry in the place of the first one of a table."""
    shutil.copyfile(STARTER, path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        # The triggers ask for these; what they answer does not matter here.
        for name in ('ST_MinX', 'ST_MaxX', 'ST_MinY', 'ST_MaxY', 'ST_IsEmpty'):
            db.create_function(name, 1, lambda _: 0, deterministic=True)
        db.execute(f'UPDATE {table} SET geom = ? WHERE id = (SELECT min(id) FROM {table} WHERE geom NOT NULL)', (blob,))
        db.commit()


def test_geometry_that_is_none():
    nan, inf = math.nan, math.inf
    cases = {'empty-line': ('route', geometry(2, [])), 'lone-vertex': ('route', geometry(2, [(1, 2)])),
             'nan-vertex': ('route', geometry(2, [(1, 2), (nan, 3)])), 'far-vertex': ('route', geometry(2, [(1, 2), (1000, 2)])),
             'short-line': ('route', geometry(2, [(1, 2), (3, 4)])[:-5]),
             'boasting-line': ('route', geometry(2, [(1, 2), (3, 4)], n=0xffffffff)),
             'nan-point': ('place', geometry(1, [(nan, nan)])), 'infinite-point': ('place', geometry(1, [(inf, 1)])),
             'far-point': ('place', geometry(1, [(500, 95)])), 'no-geometry': ('place', b'not a geometry')}
    with a_home() as home:
        for name, (table, blob) in cases.items():
            path = home.path / f'{name}.gpkg'
            alter(path, table, blob)
            before = hashlib.sha256(path.read_bytes()).hexdigest()
            lines = cli('--catalog', path, 'list', 'routes', expect=0)
            assert len(lines) == 1 and 'was passed over' in lines[0], (name, lines)
            lines = cli('--catalog', path, 'check', expect=1)
            assert len(lines) == 1 and path.name in lines[0], (name, lines)
            if name in ('empty-line', 'nan-vertex', 'far-point'):
                with Window(PROGRAM, home, '--catalog', path) as window:
                    says(window, 'was passed over')
                    assert len(counts(window)) >= N_LAYERS, name
            assert hashlib.sha256(path.read_bytes()).hexdigest() == before, name


def test_line_of_100000_vertices():
    line = [(30 + math.cos(i / 50), 40 + i / 5000) for i in range(100000)]
    with a_home() as home:
        path = home.path / 'long.gpkg'
        alter(path, 'route', geometry(2, line))
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        assert cli('--catalog', path, 'figure', '-o', home.path / 'long.png', expect=0) == []
        home.leave_behind(camera=(30.0, 50.0, 4.0))
        with Window(PROGRAM, home, '--catalog', path) as window:
            assert len(counts(window)) >= N_LAYERS
            window.focus_map()
            for key in ('plus', 'plus', 'Up', 'minus', 'minus', 'minus'):
                window.press(key)
            wait('the map to be painted', lambda: not window.is_busy() and window.centre()[2] == 3.5)
            assert 'rutter: ' not in window.stderr()
        assert hashlib.sha256(path.read_bytes()).hexdigest() == before


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
