#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears ships by a feed on this machine: drive-targets.py PROGRAM, inside on-session."""
import re
import sys

import tap
from accessible import children, extents, find, has_role, press, wait, walk
from broadcast import Server, Ship
from panes import opened
from words import _

PROGRAM = sys.argv[1]
LADY_R = 'Lady R'
# Her IMO number with an MMSI of Liberia; one that has but her name; one whose IMO number is none.
SHIPS = [
    Ship(636014433, 'LADY R', 49.5, 42.0, imo=9161003, speed=11.5, destination='OLYA'),
    Ship(273999999, 'LADY R', 50.0, 43.0),
    Ship(422000001, 'NO SUCH NUMBER', 51.0, 38.0, imo=1234568),
    Ship(273371920, 'PORT OLYA 3', 48.0, 44.0),
]


def row_of(window, label):
    """What the details say beside a label now."""
    row = next((one for one in walk(window.details) if has_role(one, 'list item') and
                (one.get_name() or '').startswith(_(label) + ': ')), None)
    return row.get_name()[len(_(label)) + 2:] if row else None


def wait_for_row(window, label, value):
    return wait(f'{label}: {value}', lambda: re.search(value, row_of(window, label) or '') and row_of(window, label))


def rows(window):
    """The rows of the list of targets that can be seen, from above: names and MMSIs."""
    region = window.find(_('List of Live Targets'), 'region')
    table = find(region, _('Targets That Are Heard'), 'table') if region else None
    body = next((one for one in children(table) if has_role(one, 'list')), None) if table else None
    seen = []
    for one in children(body) if body else []:
        if has_role(one, 'row') and extents(one)[3] > 0:
            cells = [cell.get_child_at_index(0).get_name() for cell in children(one)]
            seen.append((extents(one)[1], (cells[0], cells[1])))
    return [row for _y, row in sorted(seen)]


def open_list(window):
    window.press('ctrl+l')
    press(wait('the switch to what is heard', lambda: find(window.frame, _('Live AIS', 'list'), 'button')))
    return wait('all that is heard', lambda: rows(window) if len(rows(window)) == len(SHIPS) else None)


def test_vessel_is_heard():
    with Server(list(SHIPS)) as server, \
            opened(PROGRAM, '--show=vessel:lady-r', feeds=f"[('{server.address}', true)]") as window:
        window.wait_for_details(LADY_R)
        wait_for_row(window, 'Speed', '11.5')
        wait_for_row(window, 'IMO number', '9161003')
        wait_for_row(window, 'Destination as sent', 'OLYA')
        wait_for_row(window, 'MMSI registered in', 'Liberia')
        wait_for_row(window, 'Flag', 'Liberia.*Russia')
        wait_for_row(window, 'Heard by', server.address.rpartition(':')[2])

        # What is heard later is told in place.
        server.ships[0] = Ship(636014433, 'LADY R', 49.5, 42.0, imo=9161003, speed=9.5, destination='ANZALI')
        wait_for_row(window, 'Speed', '9.5')
        wait_for_row(window, 'Destination as sent', 'ANZALI')


def test_targets_are_listed():
    with Server(list(SHIPS)) as server, opened(PROGRAM, feeds=f"[('{server.address}', true)]") as window:
        listed = open_list(window)
        assert [mmsi for _name, mmsi in listed] == ['273999999', '636014433', '422000001', '273371920'], listed

        # Held still, a newcomer waits.
        hold = wait('the switch', lambda: find(window.frame, _('Hold Still'), 'button'))
        press(hold)
        server.ships.append(Ship(244000001, 'A NEWCOMER', 4.0, 52.0))
        server.ships[3] = Ship(273371920, 'PORT OLYA 3', 48.0, 44.0, speed=7.5)
        wait('a known one to say what is new', lambda: any(
            (one.get_name() or '').startswith('7.5') for one in walk(window.frame) if has_role(one, 'label')))
        assert rows(window) == listed
        press(hold)
        wait('the newcomer', lambda: rows(window) and rows(window)[0] == ('A NEWCOMER', '244000001'))

        # A name alone is no more than possible, a wrong number nothing.
        search = find(window.frame, _('Search the Targets'))
        window.click_on(search)
        window.type_until('no such', 'what is searched for', lambda: [mmsi for _n, mmsi in rows(window)] == ['422000001'])
        window.type_until('273999999', 'what is searched for', lambda: [mmsi for _n, mmsi in rows(window)] == ['273999999'])
        cell = next(one for one in walk(window.frame) if has_role(one, 'label') and one.get_name() == '273999999')
        window.click_on(cell)
        window.click_on(cell)
        window.press('Return')
        wait_for_row(window, 'Possibly', LADY_R)
        assert row_of(window, 'In the catalogue') is None


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
