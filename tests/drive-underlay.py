#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Map tiles from a file in the real window: drive-underlay.py PROGRAM, inside on-session.

drive-underlay.py --make FILE writes the file that it tests with, for a look at it.
"""
import contextlib
import hashlib
import http.server
import pathlib
import re
import sqlite3
import struct
import sys
import threading
import zlib

ZOOMS = 5


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def png_of(colour, side=256):
    """A tile of one colour with a thin frame."""
    edge = bytes(c * 3 // 4 for c in colour)
    full = b'\0' + edge * side
    row = b'\0' + edge + bytes(colour) * (side - 2) + edge
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', side, side, 8, 2, 0, 0, 0)) +
            chunk(b'IDAT', zlib.compress(full + row * (side - 2) + full)) + chunk(b'IEND', b''))


def make_tiles(path, attribution='© Makers of the test'):
    """All the world to zoom 4, but for one tile in seven."""
    colours = [(238, 226, 200), (214, 232, 205), (203, 222, 240)]
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute('CREATE TABLE metadata (name TEXT, value TEXT)')
        db.execute('CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)')
        db.execute('CREATE UNIQUE INDEX tile ON tiles (zoom_level, tile_column, tile_row)')
        db.executemany('INSERT INTO metadata VALUES (?, ?)',
                       [('name', 'Test'), ('format', 'png'), ('attribution', attribution)])
        pictures = [png_of(colour) for colour in colours]
        for zoom in range(ZOOMS):
            for x in range(1 << zoom):
                for y in range(1 << zoom):
                    if (x * 5 + y * 3) % 7 != 6:
                        db.execute('INSERT INTO tiles VALUES (?, ?, ?, ?)', (zoom, x, y, pictures[(x + 2 * y) % 3]))
        db.commit()


if sys.argv[1] == '--make':
    make_tiles(sys.argv[2])
    sys.exit()

import tap
from accessible import find, press, wait
from driving import Home, Window

PROGRAM = sys.argv[1]


@contextlib.contextmanager
def a_home():
    home = Home()
    try:
        yield home
    finally:
        home.remove()


def test_tiles_below():
    with a_home() as home:
        path = home.path / 'tiles.mbtiles'
        make_tiles(path)
        before = hashlib.sha256(path.read_bytes()).digest()
        with Window(PROGRAM, home, '--underlay', path) as window:
            text = window.wait_for_text('Makers of the test')
            assert 'GSHHG' in text, text
            window.settle()
        assert hashlib.sha256(path.read_bytes()).digest() == before
        assert [one.name for one in pathlib.Path(home.path).glob('tiles.mbtiles*')] == ['tiles.mbtiles']


def test_file_of_before():
    """What was shown when the window was closed last, unless it is gone; then the window says so."""
    with a_home() as home:
        path = home.path / 'tiles.mbtiles'
        make_tiles(path)
        home.leave_behind(underlay_file=f"b'{path}'")
        with Window(PROGRAM, home) as window:
            window.wait_for_text('Makers of the test')
            window.settle()
        path.unlink()
        with Window(PROGRAM, home) as window:
            window.wait_for_text('tiles.mbtiles')
            window.settle()


def test_refused():
    with a_home() as home:
        path = home.path / 'broken.mbtiles'
        path.write_bytes(b'SQLite format 3\0' + bytes(3000))
        with Window(PROGRAM, home, '--underlay', path) as window:
            window.wait_for_text('The file “.*broken.mbtiles” is damaged')
            window.settle()


class Tiles:
    """A host of tiles on this machine, and what it was asked."""

    def __init__(self):
        self.agents = []
        picture = png_of((214, 232, 205))
        tiles = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                tiles.agents.append(self.headers['User-Agent'])
                self.send_response(200)
                self.send_header('Content-Length', str(len(picture)))
                self.end_headers()
                self.wfile.write(picture)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.address = f'http://127.0.0.1:{self.server.server_port}/{{z}}/{{x}}/{{y}}.png'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def test_network_is_off():
    """A first start: the button says so, and the ledger has nothing to tell."""
    with a_home() as home:
        with Window(PROGRAM, home) as window:
            window.settle()
            press(window.wait_for('Network: off, nobody is contacted', 'button'))
            dialog = wait('the dialog', lambda: find(window.app, 'Network', 'window'))
            press(wait('the ledger', lambda: find(dialog, 'Ledger')))
            wait('an empty ledger', lambda: find(dialog, 'Nobody Was Contacted'))


def test_tiles_of_an_address():
    """What was shown before is asked for again only once the user has allowed it; and so it is once more."""
    with a_home() as home:
        tiles = Tiles()
        home.leave_behind(underlay_address=f"('{tiles.address}', 'Makers afar', uint32 19)")
        with Window(PROGRAM, home) as window:
            window.wait_for_text('“127.0.0.1” is not allowed')
            window.settle()
            assert not tiles.agents
            window.click_on(window.wait_for(re.compile('Allow…')))
            press(wait('the question', lambda: find(window.app, re.compile('Always Allow'), 'button')))
            window.wait_for_text('Makers afar')
            wait('tiles', lambda: len(tiles.agents) > 3)
            window.wait_for('Network: on, 1 host is allowed', 'button')
        assert all(agent.startswith('Rutter/') for agent in tiles.agents), set(tiles.agents)
        count = len(tiles.agents)
        with Window(PROGRAM, home) as window:
            window.wait_for_text('Makers afar')
            wait('tiles', lambda: len(tiles.agents) > count + 3)
        tiles.server.shutdown()


tap.run([test_tiles_below, test_file_of_before, test_refused, test_network_is_off, test_tiles_of_an_address])
