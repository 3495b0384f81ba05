#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole exploration without a pointer: drive-keys.py PROGRAM, inside on-session. At each step it asserts what has the
keyboard, for who cannot see it must always know.
"""
import re
import sys

import tap
from accessible import FOCUS, called, find, has_role, names, wait, walk
from panes import LAYERS, Layers, Listing, Timeline, choose_from_menu, go_to, opened, part_of
from words import _, pattern

PROGRAM = sys.argv[1]
CASPIAN = 'Caspian shipments'
VIEW = 'kept'


def plain(text):
    return _(text).replace('_', '')


def wait_for_focus(what, test):
    return wait(f'the keyboard to be {what}', lambda: FOCUS.get() and test(FOCUS.get()) and FOCUS.get())


def toggle_a_layer(window, layers):
    go_to(window, 'Layers')
    window.press_until('Tab', lambda at: at == layers.switches[CASPIAN])
    before = layers.counts()
    window.press('space')
    layers.wait_for_counts('the layer to go', lambda now: now[CASPIAN][0] is None)
    assert not layers.is_on(CASPIAN) and FOCUS.get() == layers.switches[CASPIAN]
    window.press('space')
    layers.wait_for_counts('the layer to be back', lambda now: now == before)


def search(window, words, told, title):
    """Searches, and opens what comes first."""
    window.press('ctrl+f')
    entry = wait_for_focus('in the search', lambda at: has_role(at, 'entry') or called(at) == _('Search'))
    field = window.find(_('Search'), 'entry')
    window.type_until(words, f'“{words}” to find {told}', lambda: told in (field.get_description() or ''))
    assert FOCUS.get() == entry
    window.press('Return')
    window.wait_for_details(title)


def read_details(window):
    """Walks down the details, and opens the sources of a claim and a source's row."""
    go_to(window, 'Details')
    assert any('9161003' in text for text in names(window.details))
    source = pattern('Sources (%u)', whole=True)
    window.press_until('Tab', lambda at: source.search(called(at)))
    assert part_of(FOCUS.get()) == 'Details'
    expander = FOCUS.get()
    address = pattern('Open the address of %s', whole=True)
    if not find(expander, address, 'button'):
        window.press('Return')
        wait('the sources to unfold', lambda: find(expander, address, 'button'))
    window.press_until('Tab', lambda at: address.search(called(at)))
    assert part_of(FOCUS.get()) == 'Details'
    opener = FOCUS.get()
    # It asks before anything leaves the computer; nothing shall.
    window.enter_dialog('Return')
    wait('the question', lambda: find(window.app, _('Open in the Browser?')))
    wait_for_focus('on an answer', lambda at: has_role(at, 'button') and plain('_Cancel') in called(at))
    window.press('Escape')
    window.leave_dialog()
    wait_for_focus('where it was', lambda at: at == opener)


def follow_a_link(window, name):
    """From the details to those of another object, and back."""
    window.press_until('Tab', lambda at: has_role(at, 'list item') and re.search(name, called(at)))
    title = called(FOCUS.get()).split(': ', 1)[1]
    window.press('Return')
    window.wait_for_details(title)
    window.press('alt+Left')
    window.wait_for_details('Lady R')


def sort_the_list(window):
    window.press('ctrl+l')
    wait_for_focus('in the list', lambda at: has_role(at, 'row') and part_of(at) == 'List of What the Map Shows')
    listing = Listing(window)
    before = listing.wait_for_order('the rows by their titles', lambda row: row['Title'].casefold()[0])
    window.press_until('shift+Tab', lambda at: called(at) == _('Sort By'))
    window.press('Return')
    choose_from_menu(window, plain('_Descending'))
    wait('the last titles first', lambda: listing.rows()[0]['Title'] > before[-1]['Title'])


def move_time(window, layers):
    timeline = Timeline(window)
    before = layers.counts()
    timeline.focus('end')
    window.press(*['shift+Left'] * 8)
    wait('the end to move', lambda: timeline.year('end'))
    layers.wait_for_counts('fewer objects', lambda now: now != before)
    assert FOCUS.get() == timeline.ends['end'] and part_of(FOCUS.get()) == 'Timeline'
    window.press('space')
    wait('time to be played', lambda: timeline.button('Pause'))
    window.press('space')
    wait('time to stand', lambda: timeline.button('Play'))
    window.press('End')
    layers.wait_for_counts('everything to be back', lambda now: now == before)


def keep_a_view(window):
    window.press('ctrl+d')
    wait_for_focus('in the name', lambda at: has_role(at, 'entry') or called(at) == _('Name of the View'))
    window.press(*VIEW, 'Return')

    def listed():
        views = window.find(_('Saved Views'), 'list')
        return views and VIEW in [one.get_name() for one in walk(views) if has_role(one, 'list item')]

    wait('the view in the list', listed)


def go(window, key, title):
    """Goes the way back or forward, over where the map was as well, until an object is selected again."""
    selected = _('Selected: %s.') % title
    for _step in range(4):
        before = window.told()
        window.press(key)
        wait(f'{key} to lead on', lambda here=before: not window.is_busy() and window.told() != here)
        if selected in window.told():
            return
    raise AssertionError(f'{key} does not lead back to {title}')


def test_exploration_without_a_pointer():
    with opened(PROGRAM) as window:
        wait_for_focus('on the map from the start', lambda at: at == window.map)
        layers = Layers(window)
        start = window.centre()
        toggle_a_layer(window, layers)
        search(window, 'Ladi R', 'Lady R', 'Lady R')
        wait('the map to tell of the ship', lambda: _('Selected: %s.') % 'Lady R' in window.told())
        read_details(window)
        follow_a_link(window, "Simon's Town naval base$")
        search(window, '라진', 'Rajin', 'Rajin (Najin), Rason')
        window.settle()
        there = window.centre()
        assert there != start
        sort_the_list(window)
        move_time(window, layers)
        keep_a_view(window)
        go_to(window, 'Map')
        go(window, 'alt+Left', 'Lady R')
        window.wait_for_details('Lady R')
        go(window, 'alt+Right', 'Rajin (Najin), Rason')
        window.wait_for_details('Rajin (Najin), Rason')
        go_to(window, 'Map')
        window.press('Escape')
        wait('the selection to go', lambda: _('Selected: %s.').split('%')[0] not in window.told())
        assert FOCUS.get() == window.map
        assert list(layers.counts()) == list(LAYERS)


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
