#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates the files of the interface: test-ui.py GTK4-BUILDER-TOOL MODULE FOLDER, on a display"""
import os
import pathlib
import subprocess
import sys
import tempfile

import tap

TOOL, MODULE, FOLDER = sys.argv[1:]


def validate(path):
    """What the tool says of a file; None when it finds nothing wrong."""
    done = subprocess.run([TOOL, 'validate', path], capture_output=True, text=True, timeout=60,
                          env=os.environ | {'LD_PRELOAD': MODULE})
    return None if done.returncode == 0 else done.stdout + done.stderr + f'(exit status {done.returncode})'


def test_every_file_is_valid():
    files = sorted(pathlib.Path(FOLDER).rglob('*.ui'))
    assert len(files) >= 5, files
    complaints = {path.name: validate(path) for path in files}
    assert not any(complaints.values()), {name: said for name, said in complaints.items() if said}


def test_a_broken_file_is_seen():
    good = pathlib.Path(FOLDER, 'rutter-window.ui').read_text(encoding='utf-8')
    for old, new in (('class="RutterMapView"', 'class="RutterMapViev"'),
                     ('<property name="title"', '<property name="titel"'),
                     ('parent="AdwApplicationWindow"', 'parent="AdwApplicationWimdow"')):
        assert old in good, old
        with tempfile.NamedTemporaryFile('w', suffix='.ui', encoding='utf-8') as file:
            file.write(good.replace(old, new, 1))
            file.flush()
            assert validate(file.name), f'{new!r} passed'


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
