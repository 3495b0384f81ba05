#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps, applies, deletes and brings back views in the real window: drive-views.py PROGRAM, inside on-session."""
import re
import shutil
import sqlite3
import sys

import tap
from accessible import Atspi, FOCUS, called, find, has_role, has_state, wait, walk
from accessible import is_on as is_switched_on
from driving import Home, Window

PROGRAM, STARTER = sys.argv[1], sys.argv[2]
CASPIAN = 'Caspian shipments'


def shown(window):
    """The names of the views that the sidebar lists."""
    views = window.find('Saved Views', 'list')
    return [one.get_name() for one in walk(views) if has_role(one, 'list item')] if views else []


def kept(home):
    db = sqlite3.connect(home.own)
    names = [name for name, in db.execute('SELECT name FROM view ORDER BY position')]
    db.close()
    return names


def switch(window, layer):
    row = find(window.find('Layers', 'list'), layer, 'list item')
    return find(row, layer, 'switch')


def is_on(window, layer):
    return is_switched_on(switch(window, layer))


def save(window, home, name):
    window.press('ctrl+d')
    field = window.wait_for('Name of the View', 'entry')
    wait('the field to take the name', lambda: has_state(field, Atspi.StateType.FOCUSED) or
         any(has_state(one, Atspi.StateType.FOCUSED) for one in walk(field)))
    window.press(*name, 'Return')
    wait(f'{name} to be kept', lambda: kept(home)[-1:] == [name])
    wait(f'{name} in the list', lambda: name in shown(window))


def test_a_view_is_kept_applied_and_brought_back():
    home = Home()
    try:
        with Window(PROGRAM, home) as window:
            window.settle()
            before = window.centre()
            save(window, home, 'first')
            window.press('ctrl+2')
            wait('the layer to go off', lambda: not is_on(window, CASPIAN))
            window.focus_map()
            window.press('Right', 'Right', 'plus')
            wait('the map to move', lambda: window.centre() != before)
            window.settle()
            away = window.centre()

            row = find(window.find('Saved Views', 'list'), 'first', 'list item')
            window.click_on(row)
            wait('the layer to come back', lambda: is_on(window, CASPIAN))
            wait('the map to come back', lambda: window.centre() == before)
            window.settle()
            window.press('alt+Left')
            wait('the way back', lambda: window.centre() == away)
            window.press('alt+Right')
            wait('the way forward', lambda: window.centre() == before)

            window.click_on(find(row, 'More for the View first'))
            wait('the menu', lambda: called(FOCUS.get() or row) == 'Rename…')
            window.press('Down')
            wait('the next item', lambda: called(FOCUS.get() or row) == 'Delete')
            window.press('Return')
            wait('the view to go', lambda: not kept(home) and not shown(window))
            window.click_on(window.wait_for(re.compile('Undo')))
            wait('the view to come back', lambda: kept(home) == ['first'] and shown(window) == ['first'])
        with Window(PROGRAM, home) as window:
            window.settle()
            window.click_on(window.find('Show the Saved Views'))
            wait('the view of before', lambda: shown(window) == ['first'])
    finally:
        home.remove()


def test_a_read_only_catalogue_says_so():
    home = Home()
    path = home.path / 'theirs.gpkg'
    shutil.copy(STARTER, path)
    try:
        with Window(PROGRAM, home, '--catalog', path) as window:
            window.settle()
            window.wait_for_text('^Read-only$')
            button = window.find('Save This View')
            assert not has_state(button, Atspi.StateType.SENSITIVE)
    finally:
        home.remove()


tap.run([test for name, test in list(globals().items()) if name.startswith('test_')])
