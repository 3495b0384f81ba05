#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that nobody is contacted who was not asked for: drive-contacts.py PROGRAM CLI DATA_DIR RECORDER GATE_TEST

Inside on-session. RECORDER is loaded before each program and writes down every name that is looked up and every socket
that is connected. What a window needs is on this machine: the display and the buses of the session.
"""
import contextlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys

import tap
from driving import Home, Window

PROGRAM, CLI, DATA_DIR, RECORDER, GATE_TEST = sys.argv[1:6]
STARTER = pathlib.Path(DATA_DIR).resolve() / 'starter.gpkg'
# A name that can't be: were it looked up, the answer would be no, but the question would be out.
ADDRESS = 'http://contact-{}.invalid/track?{}'


@contextlib.contextmanager
def a_record():
    """A home, and the file that programs started meanwhile write their contacts to."""
    home = Home()
    path = home.path / 'contacts'
    path.touch()
    os.environ.update(LD_PRELOAD=RECORDER, CONTACTS=str(path))
    try:
        yield home, path
    finally:
        stop_recording()
        home.remove()


def stop_recording():
    os.environ.pop('LD_PRELOAD', None)
    os.environ.pop('CONTACTS', None)


def is_at_home(line):
    """Whether a contact is the display or a bus of this session."""
    kind, _, path = line.partition(' ')
    path = path.lstrip('@')
    buses = os.environ.get('DBUS_SESSION_BUS_ADDRESS', '') + os.environ.get('AT_SPI_BUS_ADDRESS', '')
    return kind == 'unix' and (path.startswith(('/tmp/.X11-unix/', os.environ['XDG_RUNTIME_DIR'] + '/')) or
                               path in buses or path.startswith('/tmp/dbus-'))


def strangers(path):
    return [line for line in path.read_text(encoding='utf-8').splitlines() if not is_at_home(line)]


def make_bait(folder):
    """A catalogue with an address wherever text may stand."""
    path = folder / 'bait.gpkg'
    shutil.copy(STARTER, path)
    path.chmod(0o644)
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE source SET url = printf ('http://contact-%d.invalid/', id)")
        count, = db.execute("SELECT count (*) FROM source WHERE url LIKE '%.invalid/'").fetchone()
        db.commit()
    assert count > 100, count
    return path


def make_hostile(folder):
    """Files that would have somebody contacted, were they believed."""
    address = ADDRESS.format('hostile', 'x')
    texts = {'page.gpkg': f'<html><img src="{address}"><script src="{address}"></script></html>',
             'link.gpkg': f'[Desktop Entry]\nType=Link\nURL={address}\n',
             'drawing.gpkg': f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>'}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding='utf-8')
    attached = folder / 'attached.gpkg'
    with contextlib.closing(sqlite3.connect(attached)) as db:
        db.execute(f"CREATE VIEW object AS SELECT load_extension ('{address}') AS uid")
        db.execute(f"CREATE VIEW gpkg_contents AS SELECT readfile ('{address}') AS table_name")
        db.commit()
    return [attached, *(folder / name for name in texts)]


def look(home, path, *args):
    """Opens the window until it has come to rest, and closes it; who was contacted meanwhile?"""
    with Window(PROGRAM, home, *args) as window:
        stop_recording()
        window.settle()
    found = path.read_text(encoding='utf-8')
    assert 'unix ' in found, 'the display itself was not recorded'
    return strangers(path)


def shoot(home, path, *args):
    """Opens the window with what it may not be able to open, until it has come to rest."""
    env = dict(os.environ, HOME=str(home.path), XDG_DATA_HOME=f'{home.path}/data',
               XDG_CONFIG_HOME=f'{home.path}/config', GSETTINGS_BACKEND='memory')
    picture = home.path / 'shot.png'
    picture.unlink(missing_ok=True)
    done = subprocess.run([PROGRAM, '--screenshot', str(picture), *args], env=env, capture_output=True, text=True,
                          timeout=60, check=False)
    assert picture.exists() and 'unix ' in path.read_text(encoding='utf-8'), done.stderr


def run(*args):
    return subprocess.run([*map(str, args)], capture_output=True, text=True, timeout=60, check=False)


def test_the_recorder_records():
    with a_record() as (_, path):
        run(sys.executable, '-c', 'import socket\n'
            'socket.socket().connect_ex(("127.0.0.1", 9))\n'
            'socket.socket(socket.AF_INET6).connect_ex(("::1", 9))\n'
            'socket.socket(type=socket.SOCK_DGRAM).sendto(b"", ("127.0.0.1", 9))\n'
            'socket.getaddrinfo("localhost", 80)')
        assert strangers(path) == ['inet 127.0.0.1 9', 'inet ::1 9', 'inet 127.0.0.1 9', 'name localhost'], strangers(path)
    with a_record() as (_, path):
        done = run(GATE_TEST, '-p', '/net/allowed')
        assert done.returncode == 0, done.stderr
        assert any(line.startswith('inet 127.0.0.1 ') for line in strangers(path)), strangers(path)


def test_a_first_start():
    with a_record() as (home, path):
        assert look(home, path) == []


def test_a_catalogue_full_of_addresses():
    with a_record() as (home, path):
        assert look(home, path, '--catalog', make_bait(home.path), '--show=vessel:lady-r') == []


def test_a_remembered_address_of_tiles():
    """Its host was allowed for a run that is over, or the network has been switched off since."""
    tiles = "('http://contact-1.invalid/{z}/{x}/{y}.png', 'Makers', uint32 19)"
    for kept in ({'network': 'true'}, {'network': 'false', 'network_hosts': "['contact-1.invalid']"},
                 {'network': 'true', 'network_hosts': "['contact-2.invalid', 'invalid']"}):
        with a_record() as (home, path):
            home.leave_behind(underlay_address=tiles, **kept)
            assert look(home, path) == [], kept


def test_an_address_as_argument():
    with a_record() as (home, path):
        shoot(home, path, ADDRESS.format('argument', 1))
        assert strangers(path) == [], strangers(path)


def test_hostile_files():
    with a_record() as (home, path):
        for file in make_hostile(home.path):
            done = run(CLI, 'check', file)
            assert done.returncode == 1, (file, done)
            os.environ.update(LD_PRELOAD=RECORDER, CONTACTS=str(path))
            with Window(PROGRAM, home, '--catalog', file, status=1) as window:
                stop_recording()
                window.wait_for_text('The Catalogue Cannot Be Opened')
            os.environ.update(LD_PRELOAD=RECORDER, CONTACTS=str(path))
        assert strangers(path) == [], strangers(path)


def test_the_command_line():
    with a_record() as (home, path):
        bait = make_bait(home.path)
        for args in (['list', 'sources'], ['show', 'vessel:lady-r'], ['search', 'lady'], ['check', bait],
                     ['figure', '--size', '300x200', '-o', home.path / 'figure.pdf']):
            done = run(CLI, '--catalog', bait, *args)
            assert done.returncode == 0, (args, done.stderr)
        assert run(CLI, 'check', ADDRESS.format('argument', 2)).returncode == 1
        assert strangers(path) == [], strangers(path)


tap.run([test_the_recorder_records, test_a_first_start, test_a_catalogue_full_of_addresses,
         test_a_remembered_address_of_tiles, test_an_address_as_argument, test_hostile_files, test_the_command_line])
