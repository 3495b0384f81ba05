#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person with a mouse, a keyboard and a screen reader would.

drive-window.py RUTTER: starts the program on a home of its own and, through AT-SPI and X events,
switches layers, picks a mark on the map, follows a link to Lady R and reads what is claimed of her
and who denies it, goes back and forward, quits, and finds the state kept at the next start. Needs a
display and a session bus: tests/meson.build wraps it in xvfb-run and dbus-run-session.
"""
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

PATIENCE_S = 15
# What the first start shows (src/app/rutter-window-state.c), and where the mark to pick lies.
WEST, SOUTH, EAST, NORTH = 12, 10, 142, 63
SIMONS_TOWN = (18.44, -34.19)


def project(lon, lat):
    return lon / 360 + 0.5, 0.5 - math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / math.tau


def wait_for(what, look):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f'{what}: not within {PATIENCE_S} s')


def xdo(*words):
    subprocess.run(['xdotool', *map(str, words)], check=True)


class Window:
    def __init__(self, program, home):
        environment = os.environ | {
            'HOME': home, 'XDG_CONFIG_HOME': home + '/config', 'XDG_DATA_HOME': home + '/data',
            'XDG_CACHE_HOME': home + '/cache', 'GSK_RENDERER': 'cairo', 'GDK_BACKEND': 'x11',
            'GSETTINGS_BACKEND': 'memory', 'G_DEBUG': 'fatal-criticals'}
        environment.pop('GTK_A11Y', None)
        self.process = subprocess.Popen([program], env=environment)
        self.application = wait_for('the program on the accessibility bus', self.find_application)
        self.need('Map')
        found = wait_for('the X window', self.find_x_window)
        xdo('windowfocus', found[0])

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        assert self.process.poll() is None, 'the program ended at its start'
        return None

    @staticmethod
    def find_x_window():
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^Rutter$'],
                               capture_output=True, text=True, check=False)
        return found.stdout.split()

    def walk(self, node=None):
        try:
            node = node or self.application
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        except gi.repository.GLib.Error:  # it went away meanwhile
            return
        for child in children:
            if child is not None:
                yield child
                yield from self.walk(child)

    def find(self, start, role=None):
        for node in self.walk():
            try:
                if (node.get_name() or '').startswith(start) and \
                        (role is None or node.get_role_name() == role):
                    return node
            except gi.repository.GLib.Error:
                continue
        return None

    def need(self, start, role=None):
        return wait_for(f'“{start}”', lambda: self.find(start, role))

    def get_box(self, node):
        return Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)

    def click_in_details(self, node):
        """Turns the wheel over the details until the row is in sight, then clicks it."""
        pane = self.get_box(self.need('Details', 'filler'))
        for _ in range(60):
            box = self.get_box(node)
            if box.y + box.height < pane.y + pane.height:
                xdo('mousemove', box.x + box.width // 2, box.y + box.height // 2, 'click', 1)
                return
            xdo('mousemove', pane.x + pane.width // 2, pane.y + pane.height - 40, 'click', 5)
            time.sleep(0.05)
        raise AssertionError(f'“{node.get_name()}” did not come into sight')

    def quit(self):
        xdo('key', 'ctrl+q')
        assert self.process.wait(PATIENCE_S) == 0


def find_simons_town(window):
    """The pixel of the mark, after the map was moved down by a page of Shift and an arrow key."""
    box = window.get_box(window.need('Map'))
    x0, y1 = project(WEST, SOUTH)
    x1, y0 = project(EAST, NORTH)
    world = min(box.width / (x1 - x0), box.height / (y1 - y0))
    page = 0.6 * min(box.width, box.height)
    x, y = project(*SIMONS_TOWN)
    return (box.x + box.width / 2 + (x - (x0 + x1) / 2) * world,
            box.y + box.height / 2 + (y - (y0 + y1) / 2) * world - page)


def pick_on_the_map(window):
    box = window.get_box(window.need('Map'))
    xdo('mousemove', box.x + 12, box.y + 12, 'click', 1)
    x, y = find_simons_town(window)
    xdo('key', 'shift+Down')
    for dx, dy in ((0, 0), (8, 8), (-8, 8), (8, -8), (-8, -8), (14, 0), (-14, 0), (0, 14), (0, -14)):
        xdo('mousemove', round(x + dx), round(y + dy), 'click', 1)
        end = time.monotonic() + 1.5
        while time.monotonic() < end:
            offered = window.find('Objects here')
            if offered and offered.get_child_count() > 0:
                xdo('key', 'Return')
                window.need('Why It Is Drawn')
                return
            if window.find('Why It Is Drawn'):
                return
            time.sleep(0.05)
    raise AssertionError('no mark was found at Simon\'s Town')


def drive(window):
    window.need('Ports')
    window.need('78, hidden')
    xdo('key', 'ctrl+7')
    wait_for('the count of ports', lambda: any(
        (node.get_name() or '').endswith(' of 78 in view') for node in window.walk()))
    xdo('key', 'ctrl+3')
    window.need('91, hidden')

    # Incidents alone, so that the mark under the pointer is one of them.
    xdo('key', 'ctrl+alt+6')
    wait_for('the other layers to go', lambda: window.find('10, hidden'))
    pick_on_the_map(window)

    window.click_in_details(wait_for('a link to Lady R', lambda: next(
        (node for node in window.walk() if node.get_role_name() == 'list item' and
         node.get_name() == 'Lady R'), None)))
    window.need('Lady R')
    window.need('IMO: 9161003', 'list item')
    window.need("Lady R called at Simon's Town")
    window.need('Denied by')
    window.need('South African government')

    xdo('key', 'alt+Left')
    wait_for('the object before', lambda: not window.find('IMO: 9161003'))
    xdo('key', 'alt+Right')
    window.need('IMO: 9161003', 'list item')
    xdo('key', 'Escape')
    wait_for('the details to close', lambda: not window.find('IMO: 9161003'))


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as home:
        os.environ['XDG_RUNTIME_DIR'] = home
        window = Window(program, home)
        drive(window)
        window.quit()
        catalogue = pathlib.Path(home, 'data/rutter/catalogue.gpkg')
        assert catalogue.stat().st_size > 0

        again = Window(program, home)
        again.need('91, hidden')
        again.quit()
    print('the window does what it should')


if __name__ == '__main__':
    main()
