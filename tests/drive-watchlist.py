#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Watches a vessel and an area, and is told: drive-watchlist.py PROGRAM, inside on-session."""
import re
import sys

import tap
from accessible import FOCUS, find, has_role, is_laid_out, press, wait, walk
from broadcast import Server, Ship
from driving import Home, Window, xdotool
from panes import choose_from_menu
from gi.repository import Gio, GLib
from words import _, pattern

PROGRAM = sys.argv[1]
LADY_R = 'Lady R'
# What a desktop's notifications are sent to: https://specifications.freedesktop.org/notification-spec/
NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
</interface></node>"""


class Sailing(Ship):
    """A ship under way: each report has another position, a few metres on, and they are counted."""

    n_reports = 0

    @property
    def lon(self):
        self.n_reports += 1
        return self._lon + self.n_reports * 1e-5

    @lon.setter
    def lon(self, lon):
        self._lon = lon


class Desktop:
    """Takes the messages that a desktop would show: their texts."""

    def __init__(self):
        self.told = []
        self.has_name = False
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.register_object('/org/freedesktop/Notifications', Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS).interfaces[0],
                            self._on_call, None, None)
        Gio.bus_own_name_on_connection(bus, 'org.freedesktop.Notifications', Gio.BusNameOwnerFlags.NONE,
                                       self._on_name, None)
        wait('the name of the desktop', lambda: self.has_name)

    def _on_name(self, *_args):
        self.has_name = True

    def _on_call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method == 'Notify':
            self.told.append(parameters[4])
        invocation.return_value(GLib.Variant('(u)', (1,)) if method == 'Notify' else None)


def says(window, text):
    """Whether a label in any of its windows reads so; TEXT is a pattern."""
    return next((one.get_name() for one in walk(window.app) if has_role(one, 'label') and
                 text.search(one.get_name() or '')), None)


def wait_to_say(window, text):
    return wait(f'“{text.pattern}”', lambda: says(window, text))


def open_list(window):
    """Opens the watchlist by its key and gives it the keyboard."""
    window.leave_dialog()
    window.enter_dialog('ctrl+shift+l')
    return wait('the watchlist', lambda: find(window.app, _('Watchlist'), 'window'))


def accept(window, response):
    """Answers the question that is open."""
    name = re.compile('(?:^| )' + re.escape(_(response).replace('_', '')) + '$')

    def look():
        # One that stands beside the others and one that stands below them: only one of both is shown.
        return next((one for one in walk(window.app) if has_role(one, 'button') and
                     name.search(one.get_name() or '') and is_laid_out(one)), None)

    press(wait(f'“{response}”', look))
    wait('the question to go', lambda: not find(window.app, name, 'button'))
    window.leave_dialog()


def watch_from_details(window):
    window.wait_for_details(LADY_R)
    press(window.wait_for(_('Watch…'), 'button'))
    accept(window, '_Watch')
    window.wait_for(_('Watched…'), 'button')


def choose_alert(window, watchlist, text):
    """By keyboard: the map goes to where she was heard."""
    xid = next(xid for xid in window.list_xids() if xid != window.xid)
    xdotool('windowfocus', xid)
    wait('the keyboard in the watchlist', FOCUS.get)
    window.press_until('Tab', lambda at: has_role(at, 'list item') and
                       any(text.search(one.get_name() or '') for one in walk(at)), 40)
    window.press('Return')


def draw_area(window):
    """A triangle east of the map's centre, by keyboard alone. Returns its middle."""
    corners = []
    for keys in (('Right',) * 3, ('Right',) * 2, ('Down',) * 2):
        for key in keys:
            before = window.told()
            window.press(key)
            wait(f'{key} to move the map', lambda was=before: window.told() != was)
        window.settle()
        corners.append(window.centre())
        window.press('Return')
    window.press('Return')
    accept(window, '_Watch')
    return tuple(sum(corner[i] for corner in corners) / 3 for i in range(2))


def begin_area(window):
    """From the menu of the watchlist; the map has the keyboard then."""
    press(wait('the button', lambda: find(window.app, _('Watch Something'), 'button') or
               find(find(window.app, _('Watch Something')), re.compile(''), 'button')))
    choose_from_menu(window, _('_Draw an Area to Watch').replace('_', ''))
    window.leave_dialog()
    window.wait_for(_('Set three corners at least.'))


def test_watching():
    home = Home()
    desktop = Desktop()
    lady = Sailing(273210060, 'LADY R', 49.5, 42.0, imo=9161003, destination='OLYA')
    try:
        with Server([lady]) as server:
            home.leave_behind(show_hint='false', feeds=f"[('{server.address}', true)]")
            with Window(PROGRAM, home, '--show=vessel:lady-r') as window:
                watch_from_details(window)
                watchlist = open_list(window)
                wait_to_say(window, pattern('“%s” is heard.', whole=True))
                wait_to_say(window, re.compile(re.escape(_('Heard means that a message with her IMO number or MMSI, as '
                                                           'broadcast, was received.'))))

                wait('the desktop to be told', lambda: any(_('“%s” is heard.') % LADY_R in text for text in desktop.told))

                lady.destination = 'ANZALI'
                told = pattern('“%s” broadcasts another destination: “%s” instead of “%s”.')
                assert 'ANZALI' in wait_to_say(window, told)

                window.settle()
                choose_alert(window, watchlist, told)
                wait('the map to be where she is', lambda: abs(window.centre()[0] - 49.5) < 0.3 and
                     abs(window.centre()[1] - 42) < 0.3)

                begin_area(window)
                lon, lat = draw_area(window)
                before = lady.n_reports
                wait('her to be heard outside', lambda: lady.n_reports > before + 2)
                lady.lon, lady.lat = lon, lat
                wait_to_say(window, pattern('“%s” entered the area “%s”.', whole=True))
                lady.lon, lady.lat = 49.5, 42.0
                wait_to_say(window, pattern('“%s” left the area “%s”.', whole=True))

        home.leave_behind(show_hint='false')
        with Window(PROGRAM, home) as window:
            window.settle()
            watchlist = open_list(window)
            for title in (LADY_R, _('Area')):
                wait(title, lambda name=title: find(watchlist, name, 'label'))
            wait('the way out', FOCUS.get)
            window.press('Escape')
            wait('the watchlist to go', lambda: not find(window.app, _('Watchlist'), 'window'))
            assert not says(window, pattern('“%s” is heard.', whole=True))
            window.leave_dialog()
    finally:
        home.remove()


tap.run([test_watching])
