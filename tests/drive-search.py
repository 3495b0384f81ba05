#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches in the real window by keyboard alone: drive-search.py RUTTER, inside tests/on-session."""
import sys

import tap
from accessible import Atspi, FOCUS, find, has_state, wait
from driving import Home, Window
from words import _

RUTTER = sys.argv[1]

TRY = _('Try fewer words or another spelling, in any script. In numbers every digit counts: an IMO number has 7, an '
        'MMSI 9. Words of claims and titles of sources are found too.')[:24]


class Searching:
    """A window on a home of its own, and its search entry."""

    def __enter__(self):
        self.home = Home()
        self.window = Window(RUTTER, self.home)
        self.window.__enter__()
        self.window.settle()
        self.entry = find(self.window.frame, _('Search'), 'entry')
        assert self.entry is not None, 'no search entry'
        return self

    def __exit__(self, *args):
        try:
            self.window.__exit__(*args)
        finally:
            self.home.remove()

    def has_focus(self):
        return any(has_state(one, Atspi.StateType.FOCUSED) for one in (self.entry, *self.inner()))

    def inner(self):
        return [self.entry.get_child_at_index(i) for i in range(self.entry.get_child_count())]

    def tells(self, words):
        """Whether a screen reader says so of the entry: how many were found, and which is chosen."""
        return words in (self.entry.get_description() or '')

    def type(self, words, told):
        """Searches for words, until the entry tells what is found."""
        self.window.press('ctrl+f')
        wait('the entry to have the focus', self.has_focus)
        self.window.type_until(words, f'“{words}” to find “{told}”', lambda: self.tells(told))

    def wait_for_told(self, words):
        wait(f'the entry to tell “{words}”', lambda: self.tells(words))

    def leave(self):
        self.window.press('Escape')
        wait('the map to have the focus', lambda: FOCUS.get() == self.window.map)


def test_each_writing_opens_the_same_vessel():
    with Searching() as search:
        for words in ('Lady R', 'Леди Р', 'lady-r', '9161003', 'Ladi R'):
            search.type(words, f"Lady R, {_('Vessels')}")
            search.window.press('Return')
            search.window.wait_for_details('Lady R')
            wait('the map to say so', lambda: _('Selected: %s.') % 'Lady R' in search.window.told())
            search.window.press('Escape')
            wait('nothing to be selected', lambda: _('Selected: %s.').split('%')[0] not in search.window.told())


def test_places_by_names_in_their_own_scripts():
    with Searching() as search:
        for words, title in (('امیرآباد', 'Amirabad (Bandar Amirabad)'), ('라진', 'Rajin (Najin), Rason')):
            search.type(words, f"{title}, {_('Places')}")
            before = search.window.centre()
            search.window.press('Return')
            search.window.wait_for_details(title)
            wait('the map to fly there', lambda: search.window.centre() != before)


def test_arrows_choose():
    with Searching() as search:
        search.type('lady r', f"Lady R, {_('Vessels')}")
        search.window.press('Down')
        search.wait_for_told(_('Events'))
        search.window.press('Up')
        search.wait_for_told(f"Lady R, {_('Vessels')}")


def test_nothing_found_says_what_to_try():
    with Searching() as search:
        search.type('qqqq', _('Nothing found.'))
        search.window.wait_for_text(_('Nothing Found for “%s”') % 'qqqq')
        search.window.wait_for_text(TRY)
        search.leave()
        assert _('Nothing found.') not in (search.entry.get_description() or '')


def test_what_only_sounds_alike_says_so():
    with Searching() as search:
        search.type('Леди Р', _('only sounds alike'))


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
