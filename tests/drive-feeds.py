#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Live feeds in the real window, set up by keyboard: drive-feeds.py PROGRAM RUTTER-CLI, inside on-session."""
import contextlib
import re
import subprocess
import sys

import tap
from accessible import FOCUS, called, children, find, has_role, press, read, wait, walk
from driving import Home, Window, xdotool
from words import _

PROGRAM, CLI = sys.argv[1], sys.argv[2]


@contextlib.contextmanager
def simulator(home, *args):
    """Simulated traffic at a port of its own."""
    process = subprocess.Popen([CLI, 'ais', 'simulate', '--vessels', '500', '--listen', 'tcp://127.0.0.1:0', *args],
                               stderr=subprocess.PIPE, text=True, env={'HOME': str(home.path), 'LC_ALL': 'C.UTF-8'})
    try:
        yield re.search(r'127\.0\.0\.1:(\d+)', process.stderr.readline()).group(1)
    finally:
        process.terminate()
        process.communicate(timeout=30)


@contextlib.contextmanager
def a_home():
    home = Home()
    try:
        yield home
    finally:
        home.remove()


def open_dialog(window):
    """By the menu, with the keyboard alone."""
    window.focus_map()
    window.press('F10')
    window.press_until('Down', lambda at: called(at) == _('_Live Feeds…').replace('_', ''))
    window.enter_dialog('Return')
    return wait('the dialog', lambda: find(window.app, _('Live Feeds'), 'window'))


def to(window, name):
    """Goes by Tab to what has that name, in whatever has the keyboard. GTK 4.8 tells a mnemonic's line as well."""
    window.press_until('Tab', lambda at: name in called(at))


def texts(node):
    return [read(one) for one in walk(node) if has_role(one, 'label')]


def heard(dialog):
    """How many messages the only feed has heard, by its row."""
    for text in texts(dialog):
        match = re.search(_('Messages: %s · damaged: %s · lost: %s').split('%s')[0] + r'([\d.,\u00a0\u202f ]+)', text)
        if match:
            return int(re.sub(r'\D', '', match.group(1)))
    return 0


def test_a_feed_by_keyboard():
    with a_home() as home, simulator(home) as port:
        with Window(PROGRAM, home) as window:
            window.settle()
            dialog = open_dialog(window)
            wait('the words for who has none', lambda: find(dialog, 'rutter-cli ais simulate'))
            to(window, _('_Add a Feed…').replace('_', ''))
            before = window.list_xids()
            window.press('Return')
            wait('the editor', lambda: next(
                (one for one in children(window.app) if one.get_name() == _('Add a Feed')), None))
            xdotool('windowfocus', wait('its window', lambda: next(
                (xid for xid in window.list_xids() if xid not in before), None)))
            # From the kind to the host to the port.
            window.press('Tab', 'Tab', 'ctrl+a')
            xdotool('type', '--delay', '25', port)
            window.press('Return')
            title = _('NMEA from %s, port %u').replace('%s', '127.0.0.1').replace('%u', port)
            wait('the feed', lambda: find(dialog, _('Stop %s').replace('%s', title), 'button'))
            xdotool('windowfocus', before[-1])
            # The row around the button opens and tells more.
            to(window, _('Stop %s').replace('%s', title))
            window.press('shift+Tab', 'Return')
            wait('what it hears', lambda: heard(dialog) > 400)
            assert f"('tcp://127.0.0.1:{port}', false)" in home.settings.read_text(), home.settings.read_text()

            to(window, _('Stop %s').replace('%s', title))
            window.press('Return')
            wait('an end of it', lambda: find(dialog, _('Start %s').replace('%s', title), 'button'))
            count = heard(dialog)
            assert count > 400
            window.leave_dialog()

        # It is there again, and nobody has started it.
        with Window(PROGRAM, home) as window:
            window.settle()
            dialog = open_dialog(window)
            wait('the feed, stopped', lambda: find(dialog, _('Start %s').replace('%s', title), 'button'))
            assert heard(dialog) == 0
            to(window, _('Start %s').replace('%s', title))
            # The row around the button opens; down in it lie its switch, Edit and Remove.
            window.press('shift+Tab', 'Return', 'Tab')
            to(window, _('_Remove').replace('_', ''))
            window.enter_dialog('Return')
            question = wait('the question', lambda: next(
                (one for one in children(window.app) if find(one, _('Remove This Feed?'))), None))
            press(wait('the button', lambda: find(question, re.compile(_('_Remove').replace('_', '')), 'button')))
            wait('no row', lambda: find(dialog, _('Start %s').replace('%s', title), 'button') is None)
            wait('none kept', lambda: 'tcp://' not in home.settings.read_text())
            window.leave_dialog()


tap.run([test_a_feed_by_keyboard])
