#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues in the real window: made, opened again, empty, all hidden, from an older edition; what hides a result or the
selection. drive-catalogues.py RUTTER STARTER.gpkg, inside tests/on-session."""
import contextlib
import re
import shutil
import sqlite3
import sys

import tap
from accessible import FOCUS, Atspi, called, children, find, has_role, has_state, is_laid_out, press, wait, walk
from accessible import is_on as is_switched_on
from driving import Home, Window, xdotool

RUTTER, STARTER = sys.argv[1], sys.argv[2]
TOPIC = 'topic:ais-silence'
CASPIAN = 'Caspian shipments'
ALL_OFF = '["transfers", "caspian", "vessels", "hubs", "accords", "incidents", "ports"]'


@contextlib.contextmanager
def at_home(**settings):
    home = Home()
    try:
        home.leave_behind(show_hint='false', **settings)
        yield home
    finally:
        home.remove()


def choose(window, *items):
    """From the main menu, by keyboard; each item but the last opens a menu of its own."""
    window.press('F10')
    for item in items:
        window.press_until('Down', lambda at, item=item: called(at) == item, 30)
        before = FOCUS.get()
        window.press('Return')
        if item != items[-1]:
            wait('the menu in the menu', lambda before=before: FOCUS.get() not in (None, before))


def last(window, test):
    """The last object that is so: what came last lies there, and a toast does not wait until all the rest is read."""
    ahead = [window.frame]
    while ahead:
        one = ahead.pop()
        if test(one):
            return one
        ahead.extend(children(one))
    return None


def button(window, name):
    return wait(f'the button “{name}”', lambda: last(window, lambda one: has_role(one, 'button') and is_laid_out(one) and
                                                     called(one) == name))


def is_shown(window, text):
    return any(has_role(one, 'label') and re.search(text, one.get_name() or '') and is_laid_out(one)
               for one in walk(window.frame))


def count(path, sql):
    db = sqlite3.connect(path)
    (number,), = db.execute(sql)
    db.close()
    return number


def switch(window, layer):
    return find(find(window.find('Layers', 'list'), layer, 'list item'), layer, 'switch')


def choose_place(window, item, path):
    """From the main menu what asks where to keep a file, and where that is."""
    before = window.list_xids()
    choose(window, item)
    xdotool('windowfocus', wait('a dialog', lambda: next((xid for xid in window.list_xids() if xid not in before), None)))
    window.press('ctrl+a')
    xdotool('type', '--delay', '15', str(path))
    window.press('Return')


def test_an_empty_catalogue_is_made_and_left_and_opened_again():
    with at_home() as home, Window(RUTTER, home) as window:
        made = home.path / 'mine.rutter.gpkg'
        window.settle()
        choose_place(window, 'New Empty Catalogue…', made)
        wait('the catalogue to be made', made.exists)
        window.leave_dialog()
        window.wait_for_text('^This Catalogue Is Empty$')
        button(window, 'Open a Catalogue…')
        assert count(made, 'SELECT count(*) FROM object') == 0
        window.click_on(button(window, 'Open Your Own Catalogue'))
        wait('the card to go', lambda: not is_shown(window, '^This Catalogue Is Empty$'))
        window.settle()

        choose(window, 'Open Recent', made.name)
        window.wait_for_text('^This Catalogue Is Empty$')


def test_a_copy_is_saved_under_another_name():
    with at_home() as home, Window(RUTTER, home) as window:
        made = home.path / 'copy'
        window.settle()
        choose_place(window, 'Save a Copy…', made)
        full = made.with_name('copy.rutter.gpkg')
        wait('the copy', full.exists)
        window.leave_dialog()
        window.wait_for_text('copy')
        wait('all of it to be there', lambda: count(full, 'SELECT count(*) FROM claim') ==
             count(STARTER, 'SELECT count(*) FROM claim'))


def test_everything_hidden_is_shown_again():
    with at_home(hidden_layers=ALL_OFF) as home, Window(RUTTER, home) as window:
        window.wait_for_text('^Everything Is Hidden$')
        window.click_on(button(window, 'Show Everything'))
        wait('the card to go', lambda: not is_shown(window, '^Everything Is Hidden$'))
        window.settle()
        assert is_switched_on(switch(window, 'Ports')), 'a layer is still off'


def test_a_hidden_result_says_so_and_is_shown():
    with at_home(hidden_layers='["ports"]') as home, Window(RUTTER, home) as window:
        window.settle()
        assert not is_switched_on(switch(window, 'Ports'))
        window.press('ctrl+f')
        entry = find(window.frame, 'Search', 'entry')
        xdotool('type', '--delay', '25', 'amirabad')
        wait('the entry to tell', lambda: 'Amirabad' in (entry.get_description() or ''))
        window.wait_for_text('layer off')
        window.press('Return')
        # A toast of libadwaita 1.2 names its button twice, once with the mark of the key.
        show = wait('the button', lambda: last(window, lambda one: has_role(one, 'button') and
                                               called(one).endswith('Show It') and is_laid_out(one)))
        told = '“Amirabad (Bandar Amirabad)” is not on the map: layer off'
        assert last(window, lambda one: one.get_name() == told), 'it does not say why'
        assert not is_switched_on(switch(window, 'Ports')), 'it was switched on unasked'
        press(show)
        wait('the layer to come on', lambda: is_switched_on(switch(window, 'Ports')))


def test_a_hidden_selection_is_kept_and_said_once():
    told = '^What is selected is not among what the map shows now'
    with at_home() as home, Window(RUTTER, home, '--show=route:amirabad-astrakhan') as window:
        window.settle()
        title = next(one.get_name() for one in walk(window.details) if has_role(one, 'label') and is_laid_out(one))
        for i in range(2):
            window.press('ctrl+2')
            wait('the layer to go off', lambda: not is_switched_on(switch(window, CASPIAN)))
            if i == 0:
                window.wait_for_text(told)
                wait('the toast to go', lambda: not is_shown(window, told))
            window.settle()
            window.wait_for_details(title)
            assert i == 0 or not is_shown(window, told), 'it was said again'
            window.press('ctrl+2')
            wait('the layer to come on', lambda: is_switched_on(switch(window, CASPIAN)))
            window.settle()


def make_older(path):
    """The catalogue as an earlier edition would have left it: without one topic."""
    db = sqlite3.connect(path)
    db.executescript(f'''PRAGMA foreign_keys = ON; DELETE FROM object WHERE uid = '{TOPIC}';
        DELETE FROM origin WHERE uid NOT IN (SELECT uid FROM object UNION SELECT uid FROM claim UNION SELECT uid FROM layer);
        UPDATE rutter_meta SET value = '0' WHERE key = 'starter_edition';
        UPDATE rutter_meta SET value = 'older' WHERE key = 'starter_content';''')
    db.close()


def test_newer_facts_are_offered_and_added():
    has_topic = f"SELECT count(*) FROM object WHERE uid = '{TOPIC}'"
    with at_home() as home:
        with Window(RUTTER, home) as window:
            window.settle()
        for answer, expected in (('Later', 0), ('Add Them', 1), (None, 1)):
            if answer == 'Later':
                make_older(home.own)
                assert count(home.own, has_topic) == 0
            with Window(RUTTER, home) as window:
                window.settle()
                if answer is None:
                    assert not find(window.app, 'Newer Facts Have Come With Rutter'), 'it was asked again'
                    continue
                press(wait('the question', lambda: find(window.app, re.compile(answer + '$'), 'button')))
                if answer == 'Add Them':
                    window.wait_for_text('^The newer facts are in your catalogue')
                window.settle()
                assert count(home.own, has_topic) == expected


def test_the_starter_is_restored():
    """Only when it is said so; what was there before is kept beside it, with today's date in its name."""
    def has_mine(path):
        return count(path, f"SELECT count(*) FROM object WHERE uid = '{TOPIC}' AND title = 'My Own Words'") == 1

    def kept():
        return [path for path in home.own.parent.iterdir() if '.kept-' in path.name and not path.name.endswith(('-wal', '-shm'))]

    with at_home() as home:
        with Window(RUTTER, home) as window:
            window.settle()
        with contextlib.closing(sqlite3.connect(home.own)) as db:
            db.execute(f"UPDATE object SET title = 'My Own Words' WHERE uid = '{TOPIC}'")
            db.commit()
        with Window(RUTTER, home, f'--show={TOPIC}') as window:
            window.settle()
            window.wait_for_details('My Own Words')
            for answer in ('Cancel', 'Restore'):
                before = window.list_xids()
                choose(window, 'Restore the Starter Catalogue…')
                press(wait('the question', lambda answer=answer: find(window.app, re.compile(answer + '$'), 'button')))
                wait('the question to go', lambda before=before: window.list_xids() == before)
                window.leave_dialog()
                window.settle()
                if answer == 'Cancel':
                    window.wait_for_details('My Own Words')
                    assert not kept(), 'it was restored unasked'
            window.wait_for_text('^The starter catalogue is restored')
            window.press('ctrl+f')
            xdotool('type', '--delay', '25', 'switch AIS off')
            window.wait_for_text('^Ships that switch AIS off$')
            window.press('Return')
            window.wait_for_details('Ships that switch AIS off')
            aside, = kept()
            assert re.fullmatch(r'catalogue.*\.kept-\d{4}-\d\d-\d\d.*', aside.name), aside.name
            assert has_mine(aside) and not has_mine(home.own)
            assert count(home.own, 'SELECT count(*) FROM claim') == count(STARTER, 'SELECT count(*) FROM claim')


def test_a_view_is_renamed():
    def kept():
        db = sqlite3.connect(home.own)
        found = [name for name, in db.execute('SELECT name FROM view')]
        db.close()
        return found

    with at_home() as home, Window(RUTTER, home) as window:
        window.settle()
        window.press('ctrl+d')
        field = window.wait_for('Name of the View', 'entry')
        wait('the field to take the name', lambda: any(has_state(one, Atspi.StateType.FOCUSED) for one in walk(field)))
        window.press('a', 'Return')
        wait('the view to be kept', lambda: kept() == ['a'])
        row = wait('the view in the list', lambda: find(window.find('Saved Views', 'list'), 'a', 'list item'))
        before = window.list_xids()
        window.click_on(find(row, 'More for the View a'))
        wait('the menu', lambda: called(FOCUS.get() or row) == 'Rename…')
        window.press('Return')
        wait('the question', lambda: [xid for xid in window.list_xids() if xid not in before])
        window.press('ctrl+a', *'better', 'Return')
        wait('the new name', lambda: kept() == ['better'])
        wait('the new name in the list', lambda: find(window.find('Saved Views', 'list'), 'better', 'list item'))


if __name__ == '__main__':
    tap.run([test for name, test in list(globals().items()) if name.startswith('test_')])
