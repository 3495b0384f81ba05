#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sorts the list of what the map shows and reads its rows: drive-list.py PROGRAM, inside on-session."""
import sys

import tap
from accessible import find, press, wait
from panes import Listing, choose_from_menu, opened
from words import _

PROGRAM = sys.argv[1]


def claims(row):
    return int(row['Claims'])


def letters(row):
    return ''.join(letter for letter in row['Title'].casefold() if letter.isalnum())


def choose(window, listing, title):
    press(find(listing.region, _('Sort By'), 'button'))
    choose_from_menu(window, _(title).replace('_', ''))


def test_columns_sort():
    with opened(PROGRAM) as window:
        window.press('ctrl+l')
        listing = Listing(window)
        first = listing.wait_for_order('the rows by their titles', letters)
        heads = find(listing.table, _('Claims'), 'label')
        window.click_on(heads)
        few = listing.wait_for_order('those with few claims first', claims)
        window.click_on(heads)
        # Rows that are alike stand in either order: until the list is sorted anew they may pass for it.
        many = wait('those with many claims first', lambda: (lambda rows: rows if claims(rows[0]) > claims(few[0])
                    else None)(listing.wait_for_order('those with many claims first', claims, descending=True)))
        assert claims(many[0]) > claims(few[0]), (many[0], few[0])
        assert many[0]['Title'] not in [row['Title'] for row in few]

        # By the keys of the menu: another column in the same direction, then the other direction.
        choose(window, listing, 'Title')
        wait('the last titles first', lambda: letters(listing.rows()[0]) > letters(first[-1]))
        choose(window, listing, '_Descending')
        wait('the order of before', lambda: listing.rows() == first)


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
