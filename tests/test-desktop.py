#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what a desktop reads of Rutter against the desktop's own tools, and the manuals against the programs:
test-desktop.py SOURCE-DATA BUILT-DATA RUTTER RUTTER-CLI"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import tap

SOURCE, BUILT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
PROGRAMS = {'rutter': sys.argv[3], 'rutter-cli': sys.argv[4]}
ID = 'org.rutter.Rutter'
MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'


def run(*args):
    """Runs a tool, which must be content and silent about errors."""
    if shutil.which(args[0]) is None:
        raise tap.Skip(f'{args[0]} is not installed')
    done = subprocess.run([str(arg) for arg in args], capture_output=True, text=True, timeout=60,
                          env=os.environ | {'LC_ALL': 'C.UTF-8'})
    assert done.returncode == 0, (args, done.stdout, done.stderr)
    return done


def read_desktop_file():
    lines = (BUILT / f'{ID}.desktop').read_text(encoding='utf-8').splitlines()
    return dict(line.split('=', 1) for line in lines if '=' in line and not line.startswith('#'))


def test_the_desktop_file_is_valid():
    done = run('desktop-file-validate', BUILT / f'{ID}.desktop')
    assert not done.stdout, done.stdout


def validate_metainfo(path):
    """Newer tools warn that no homepage is named; the project has none on the web."""
    done = subprocess.run(['appstreamcli', 'validate', '--no-net', str(path)], capture_output=True, text=True)
    faults = [line for line in done.stdout.splitlines() if re.match('[EW]:', line) and 'url-homepage-missing' not in line]
    assert 'alidation' in done.stdout and not faults, done.stdout


def test_the_metainfo_is_valid_with_and_without_a_home_on_the_web():
    validate_metainfo(BUILT / f'{ID}.metainfo.xml')
    with tempfile.TemporaryDirectory() as folder:
        published = pathlib.Path(folder, f'{ID}.metainfo.xml')
        shutil.copy(BUILT / 'published.metainfo.xml', published)
        validate_metainfo(published)
        image = xml.parse(published).find('screenshots/screenshot/image')
    picture = SOURCE.parent / image.text.removeprefix('https://example.org/rutter/')
    size = read_size_of_png(picture)
    assert size == (int(image.get('width')), int(image.get('height'))), (picture, size)


def read_size_of_png(path):
    """Width and height out of a PNG file's header."""
    head = path.read_bytes()[:24]
    assert head.startswith(b'\x89PNG'), path
    return int.from_bytes(head[16:20], 'big'), int.from_bytes(head[20:24], 'big')


def test_desktop_file_metainfo_and_types_agree():
    entry = read_desktop_file()
    metainfo = xml.parse(BUILT / f'{ID}.metainfo.xml')
    types = [node.text for node in metainfo.findall('provides/mediatype')]
    defined = [node.get('type') for node in xml.parse(BUILT / f'{ID}.xml').findall(f'{MIME}mime-type')]
    assert entry['MimeType'].rstrip(';').split(';') == types == defined, (entry['MimeType'], types, defined)
    assert metainfo.findtext('launchable') == f'{ID}.desktop' and entry['Icon'] == metainfo.findtext('id') == ID
    assert [node.text for node in metainfo.findall('provides/binary')] == list(PROGRAMS)
    assert metainfo.find('releases/release').get('version') in run(PROGRAMS['rutter'], '--version').stdout


def test_the_symbolic_icon_can_be_recoloured():
    icon = xml.parse(SOURCE / 'icons' / f'{ID}-symbolic.svg').getroot()
    assert icon.get('width') == icon.get('height') == '16'
    assert all(node.get('stroke') is None and node.get('fill') != 'none' for node in icon.iter())


def read_manual(name):
    return (SOURCE / 'man' / f'{name}.1').read_text(encoding='utf-8')


def test_the_manuals_are_clean():
    for name in PROGRAMS:
        done = run('man', '--warnings', '-l', SOURCE / 'man' / f'{name}.1')
        assert not done.stderr, done.stderr
        assert name in done.stdout


def test_the_manuals_tell_every_option_and_no_other():
    for name, program in PROGRAMS.items():
        offered = set(re.findall(r'--[a-z][a-z-]+', run(program, '--help').stdout))
        # What GTK and GLib themselves offer is theirs to tell.
        offered -= {'--help-all', '--help-gapplication', '--help-gtk', '--display', '--gapplication-service'}
        told = set(re.findall(r'--[a-z][a-z-]+', read_manual(name).replace('\\-', '-')))
        assert offered | {'--help'} == told, (name, 'not told:', offered - told, 'not offered:', told - offered)


def test_the_manual_tells_every_verb_and_list():
    spoken = run(PROGRAMS['rutter-cli'], '--help').stdout.split('\n\n')[1]
    verbs = set(re.findall(r'^  ([a-z]+)', spoken, re.MULTILINE))
    told = set(re.findall(r'^\.TP\n\.(?:BI|BR) ([a-z]+) ', read_manual('rutter-cli').split('.SH VERBS')[1]
                          .split('.SH OPTIONS')[0], re.MULTILINE))
    assert len(verbs) >= 4 and verbs == told, (verbs, told)
    wrong = subprocess.run([PROGRAMS['rutter-cli'], 'list', 'nonsense'], capture_output=True, text=True, timeout=60)
    assert wrong.returncode == 2
    for what in wrong.stderr.split(': ')[-1].strip().split(', '):
        assert re.search(rf'^\.BR {what} [,.]', read_manual('rutter-cli'), re.MULTILINE), what


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
