#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans a route in the real window: drive-route.py RUTTER, inside tests/on-session."""
import math
import re
import sys

import tap
from accessible import Atspi, FOCUS, called, extents, find, has_role, has_state, is_on, press, wait, walk
from driving import Home, Window, xdotool
from words import _

RUTTER = sys.argv[1]

NOVOROSSIYSK = (37.83, 44.65)
TARTUS = (35.80, 34.90)
RED_SEA = (38.20, 20.00)
NAME = 'A trial by sea'


def project(lon, lat):
    return lon / 360 + 0.5, 0.5 - math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / (2 * math.pi)


def find_on_map(window, lon, lat):
    """Where a position is in the window, by what the map says of its camera."""
    centre_lon, centre_lat, zoom = window.centre()
    left, top, width, height = extents(window.map)
    world = 256 * 2 ** zoom
    x, y = project(lon, lat)
    at_x, at_y = project(centre_lon, centre_lat)
    return int(left + width / 2 + (x - at_x) * world), int(top + height / 2 + (y - at_y) * world)


def ask_here(window, place, item):
    """Chooses an item of the context menu that a secondary click at a place opens."""
    window.click(*find_on_map(window, *place), button=3)
    window.press_until('Down', lambda at: called(at) == item, 6)
    window.press('Return')
    wait('the menu to be gone', lambda: FOCUS.get() is None or called(FOCUS.get()) != item)


def read_miles(window):
    pane = window.wait_for(_('Route'), 'region')
    text = wait('the length of the route', lambda: next(
        (one.get_name() for one in walk(pane) if has_role(one, 'label') and
         re.match(r'[\d.,\s]+nm · ', one.get_name() or '')), None))
    return int(re.sub(r'\D', '', text.split('nm')[0]))


def press_button(window, name):
    button = wait(f'the button “{name}”', lambda: next(
        (one for one in walk(window.frame) if has_role(one, 'button') and one.get_name() == name and
         has_state(one, Atspi.StateType.SENSITIVE)), None))
    press(button)


def test_a_route_is_planned_closed_kept_and_found():
    home = Home()
    try:
        with Window(RUTTER, home) as window:
            window.settle()
            ask_here(window, NOVOROSSIYSK, 'Route from Here')
            ask_here(window, TARTUS, 'Route to Here')
            usual = read_miles(window)
            assert 1000 < usual < 1400, usual

            press_button(window, 'Close: Bosporus')
            window.wait_for('Open Again: Bosporus', 'button')
            press_button(window, 'Open Again: Bosporus')
            wait('the usual way again', lambda: read_miles(window) == usual)

            press_button(window, 'Keep as a Route in the Catalogue…')
            dialog = wait('the dialog', lambda: find(window.app, 'Name of the Route', 'entry'))
            assert dialog is not None
            wait('the dialog on the screen', lambda: len(window.list_xids()) > 1)
            xdotool('windowfocus', next(xid for xid in window.list_xids() if xid != window.xid))
            window.press('ctrl+a')
            xdotool('type', '--delay', '20', NAME)
            window.press('Return')
            window.leave_dialog()
            window.wait_for_text('marked as computed')

            window.settle()
            window.press('ctrl+f')
            xdotool('type', '--delay', '25', NAME)
            entry = find(window.frame, _('Search'), 'entry')
            wait('the route to be found', lambda: NAME in (entry.get_description() or ''))
            window.press('Return')
            window.wait_for_details(NAME)
            window.wait_for_text('It is not a track')
    finally:
        home.remove()


def find_stop(window, words, title):
    """Types in the field of the route pane until the first that is found is the one that is meant, and takes it."""
    entry = wait('the field for stops', lambda: next(
        (one for one in walk(window.wait_for(_('Route'), 'region')) if has_role(one, 'entry')), None))
    window.click_on(entry)
    xdotool('type', '--delay', '25', words)
    wait(f'{title} to be found', lambda: title in (entry.get_description() or ''))
    window.press('Return')


def test_stops_are_found_by_name():
    home = Home()
    try:
        with Window(RUTTER, home) as window:
            window.settle()
            window.press('ctrl+r')
            find_stop(window, 'novorossiysk', 'Novorossiysk')
            find_stop(window, 'SYTTS', 'Tart')
            usual = read_miles(window)
            assert 900 < usual < 1500, usual
            press_button(window, 'Replace This Stop')
            xdotool('type', '--delay', '25', 'odessa')
            entry = wait('the field', lambda: next((one for one in walk(window.wait_for(_('Route'), 'region'))
                                                    if has_role(one, 'entry')), None))
            wait('the port', lambda: 'Ode' in (entry.get_description() or ''))
            window.press('Return')
            wait('another length', lambda: read_miles(window) != usual)
    finally:
        home.remove()


def test_a_passage_is_shown_and_closed_for_a_route():
    home = Home()
    try:
        with Window(RUTTER, home) as window:
            window.settle()
            switch = window.wait_for(_('Passages'), 'switch')
            assert not is_on(switch), 'passages are off at first'
            window.press('ctrl+0')
            wait('the passages on the map', lambda: is_on(switch))
            window.settle()

            ask_here(window, TARTUS, 'Route from Here')
            ask_here(window, RED_SEA, 'Route to Here')
            usual = read_miles(window)
            assert 700 < usual < 1500, usual

            window.press('ctrl+f')
            xdotool('type', '--delay', '25', 'suez canal')
            entry = find(window.frame, _('Search'), 'entry')
            wait('the canal to be found', lambda: 'Suez Canal' in (entry.get_description() or ''))
            for attempt in range(8):
                if 'Suez Canal, ' + _('Passages') in (entry.get_description() or ''):
                    break
                window.press('Down')
            window.press('Return')
            window.wait_for_details('Suez Canal')
            window.wait_for_text('nobody claims it')
            press_button(window, 'Close for My Route')
            window.wait_for('Open for My Route', 'button')
            window.press('ctrl+r')
            wait('the way round Africa', lambda: read_miles(window) > 5 * usual)
    finally:
        home.remove()


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
