#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Map tiles from a file in the real window: drive-underlay.py PROGRAM, inside on-session.

drive-underlay.py --make FILE writes the file that it tests with, for a look at it.
"""
import contextlib
import hashlib
import pathlib
import sqlite3
import struct
import sys
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


def test_refused():
    with a_home() as home:
        path = home.path / 'broken.mbtiles'
        path.write_bytes(b'SQLite format 3\0' + bytes(3000))
        with Window(PROGRAM, home, '--underlay', path) as window:
            window.wait_for_text('The file “.*broken.mbtiles” is damaged')
            window.settle()


tap.run([test_tiles_below, test_refused])
