#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the built tree into a folder, moves that, and uses Rutter from there:
test-install.py MESON BUILD PREFIX BINDIR DATADIR (the last three as the build was configured)"""
import atexit
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

MESON, BUILD, PREFIX, BIN, DATA = sys.argv[1:]
WORK = pathlib.Path(tempfile.mkdtemp(prefix='rutter-install-'))
atexit.register(shutil.rmtree, WORK, ignore_errors=True)
MOVED = WORK / 'elsewhere, with a space'


def make_env(**variables):
    """An environment that knows nothing of the build."""
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(WORK / 'home'), 'LC_ALL': 'C.UTF-8', 'GTK_A11Y': 'none',
           'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'XDG_RUNTIME_DIR': str(WORK), 'G_DEBUG': 'fatal-criticals'}
    for name in ('DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS', 'ASAN_OPTIONS', 'LSAN_OPTIONS'):
        if name in os.environ:
            env[name] = os.environ[name]
    return env | variables


def run(*args, expect=0, **variables):
    if not pathlib.Path(args[0]).is_absolute() and shutil.which(args[0]) is None:
        raise tap.Skip(f'{args[0]} is not installed')
    done = subprocess.run([str(arg) for arg in args], capture_output=True, text=True, timeout=90,
                          env=make_env(**variables))
    assert done.returncode == expect, (args, done.returncode, done.stdout, done.stderr)
    return done


def test_install_and_move():
    subprocess.run([*MESON.split(), 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', WORK / 'staged'],
                   check=True, capture_output=True, timeout=120, env=os.environ | {'DESTDIR': ''})
    (WORK / 'staged' / PREFIX.lstrip('/')).rename(MOVED)
    for path in ('applications/org.rutter.Rutter.desktop', 'metainfo/org.rutter.Rutter.metainfo.xml',
                 'mime/packages/org.rutter.Rutter.xml', 'icons/hicolor/scalable/apps/org.rutter.Rutter.svg',
                 'icons/hicolor/symbolic/apps/org.rutter.Rutter-symbolic.svg', 'man/man1/rutter.1',
                 'man/man1/rutter-cli.1', 'glib-2.0/schemas/org.rutter.Rutter.gschema.xml',
                 'rutter/basemap.rbm', 'rutter/starter.gpkg', 'rutter/gschemas.compiled', 'locale/ru/LC_MESSAGES/rutter.mo'):
        assert (MOVED / DATA / path).is_file(), path
    assert not list(MOVED.rglob('rutter-build-*')) and not list(MOVED.rglob('*.a')), 'more than what is used'


def test_the_command_line_finds_its_data():
    program = MOVED / BIN / 'rutter-cli'
    assert len(run(program, 'list', 'layers').stdout.splitlines()) >= 7
    picture = WORK / 'figure.png'
    run(program, 'figure', '--size', '400x300', '-o', picture)
    assert picture.read_bytes().startswith(b'\x89PNG')


def test_it_speaks_russian_where_it_was_moved():
    localedef = shutil.which('localedef', path='/usr/bin:/usr/sbin')
    locales = WORK / 'locale'
    locales.mkdir()
    if localedef is not None:
        subprocess.run([localedef, '-i', 'ru_RU', '-f', 'UTF-8', locales / 'ru_RU.UTF-8'], capture_output=True)
    if not (locales / 'ru_RU.UTF-8').exists():
        raise tap.Skip('no locale can be made here: install locales')
    layers = run(MOVED / BIN / 'rutter-cli', 'list', 'layers', LC_ALL='ru_RU.UTF-8', LOCPATH=str(locales)).stdout
    assert 'Отслеживаемые суда' in layers, layers


def test_the_command_line_says_what_is_missing():
    if pathlib.Path(PREFIX, DATA, 'rutter').exists():
        raise tap.Skip('another Rutter is installed in the configured prefix')
    data = MOVED / DATA / 'rutter'
    data.rename(data.with_name('hidden'))
    try:
        assert 'starter.gpkg' in run(MOVED / BIN / 'rutter-cli', 'list', 'layers', expect=1).stderr
    finally:
        data.with_name('hidden').rename(data)


def test_the_window_opens():
    if 'DISPLAY' not in os.environ:
        raise tap.Skip('no display')
    program = MOVED / BIN / 'rutter'
    assert run(program, '--version').stdout.startswith('Rutter ')
    picture = WORK / 'window.png'
    run(program, f'--screenshot={picture}')
    assert picture.read_bytes().startswith(b'\x89PNG')
    assert (WORK / 'home/.local/share/rutter/catalogue.gpkg').is_file()


def count_windows():
    """How many windows the one instance on the session bus has."""
    said = run('gdbus', 'introspect', '--session', '--dest', 'org.rutter.Rutter', '--object-path',
               '/org/rutter/Rutter/window', '--recurse').stdout
    return len(set(re.findall(r'/org/rutter/Rutter/window/\d+', said)))


def activate(action):
    run('gdbus', 'call', '--session', '--dest', 'org.rutter.Rutter', '--object-path', '/org/rutter/Rutter',
        '--method', 'org.gtk.Actions.Activate', action, '[]', '{}')


def test_one_instance_and_one_window_a_catalogue():
    if 'DISPLAY' not in os.environ or 'DBUS_SESSION_BUS_ADDRESS' not in os.environ:
        raise tap.Skip('no display or no session bus')
    program = MOVED / BIN / 'rutter'
    catalogues = [WORK / 'one.gpkg', WORK / 'two.gpkg']
    for path in catalogues:
        shutil.copy(MOVED / DATA / 'rutter' / 'starter.gpkg', path)
    with subprocess.Popen([program], env=make_env()) as first:
        try:
            run('gdbus', 'wait', '--session', '--timeout', '30', 'org.rutter.Rutter')
            run(program)
            assert count_windows() == 1, 'started twice'
            run(program, *catalogues)
            run(program, catalogues[1])
            assert count_windows() == 3, count_windows()
            activate('about')
            run(program)
            assert count_windows() == 3, 'a dialog was in front'
            activate('quit')
            assert first.wait(timeout=30) == 0
        finally:
            first.kill()


def test_the_schema_lies_with_the_data():
    said = run('gsettings', '--schemadir', MOVED / DATA / 'rutter', 'list-keys', 'org.rutter.Rutter').stdout
    assert 'camera' in said.split(), said


def test_types_of_files():
    run('update-mime-database', MOVED / DATA / 'mime')
    starter = MOVED / DATA / 'rutter' / 'starter.gpkg'
    for name, expected in (('mine.rutter.gpkg', 'application/x-rutter-catalogue'),
                           ('mine.gpkg', 'application/geopackage+sqlite3'),
                           ('nameless', 'application/geopackage+sqlite3')):
        shutil.copy(starter, WORK / name)
        said = run('gio', 'info', '-a', 'standard::content-type', WORK / name,
                   XDG_DATA_DIRS=f'{MOVED / DATA}:/usr/local/share:/usr/share').stdout
        assert said.split()[-1] == expected, (name, said)


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
