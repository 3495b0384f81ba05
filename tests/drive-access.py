#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What who cannot see the window, or has no pointer, is told and can do."""
import sys

import tap
from accessible import FOCUS, Atspi, has_role, has_state, is_laid_out, is_newer_gtk, is_on, read, wait, walk
from driving import Home, Window, xdotool

PROGRAM = sys.argv[1]
SIMONS_TOWN = (18.4346, -34.1903)
PARTS = ['Layers', 'Map', 'Details', 'List of What the Map Shows', 'Timeline']


class Opened:
    """A window with a home of its own, settled."""

    def __init__(self, *args, **settings):
        self.home = Home()
        self.home.leave_behind(show_hint='false', **settings)
        self.window = Window(PROGRAM, self.home, *args)

    def __enter__(self):
        self.window.__enter__()
        self.window.settle()
        return self.window

    def __exit__(self, *error):
        try:
            self.window.__exit__(*error)
        finally:
            self.home.remove()


class Said:
    """Collects what the window announces: the names that its status takes, or with newer GTK the announcements."""

    def __init__(self, window):
        self.window = window
        self.status = wait('the status', lambda: next((one for one in walk(window.frame) if has_role(one, 'status')), None))
        self.events = []
        self.event = 'object:announcement' if is_newer_gtk(self.status) else 'object:property-change:accessible-name'
        self.listener = Atspi.EventListener.new(self._on_event)
        self.listener.register(self.event)

    def _on_event(self, event):
        if event.source == self.status or event.type == 'object:announcement':
            self.events.append(self.now())

    def now(self):
        return read(self.status)

    def close(self):
        self.listener.deregister(self.event)


def part_of(node):
    """Which part of the window an object lies in."""
    while node is not None:
        if node.get_name() in PARTS:
            return node.get_name()
        node = node.get_parent()
    return None


def go(window, key, part):
    window.press(key)
    return wait(f'{key} to lead to {part}', lambda: part_of(FOCUS.get()) == part)


def test_everything_has_a_name():
    """A control without a name is silence; the title bar's own buttons included."""
    with Opened('--show=vessel:lady-r', camera=(*SIMONS_TOWN, 8.0)) as window:
        window.wait_for_details('Lady R')
        window.press('ctrl+l')
        window.wait_for('What the Map Shows')
        nameless, named = [], 0
        for node in walk(window.frame):
            if not has_state(node, Atspi.StateType.FOCUSABLE) or has_role(node, 'window'):
                continue
            # Within a page of the toolkit's own that can be scrolled, its title tells.
            is_page = node.get_role_name() == 'scroll pane' and any(has_role(one, 'label') for one in walk(node))
            if (node.get_name() or '').strip() or is_page:
                named += 1
                continue
            parents, at = [], node
            while at is not None and at != window.frame:
                parents.append(f'{at.get_role_name()} “{at.get_name()}”')
                at = at.get_parent()
            nameless.append(' in '.join(parents[:4]))
        assert named > 40, named
        assert not nameless, nameless


def test_parts_are_a_key_apart():
    with Opened('--show=vessel:lady-r') as window:
        window.wait_for_details('Lady R')
        wait('the map to have the keyboard from the start', lambda: FOCUS.get() == window.map)
        window.press('Right')
        go(window, 'F6', 'Details')
        go(window, 'F6', 'Timeline')
        go(window, 'F6', 'Layers')
        go(window, 'F6', 'Map')
        go(window, 'shift+F6', 'Layers')
        # Back where it was in each.
        window.press('Tab')
        there = wait('another control of the sidebar', FOCUS.get)
        go(window, 'F6', 'Map')
        go(window, 'shift+F6', 'Layers')
        assert FOCUS.get() == there
        # Out of a part back to the map; there it lets go of the selection.
        window.press('Escape')
        wait('the map to have the keyboard', lambda: FOCUS.get() == window.map)
        assert 'Selected: Lady R.' in window.told()
        window.press('ctrl+l')
        wait('the list to take the keyboard', lambda: part_of(FOCUS.get()) == 'List of What the Map Shows')
        go(window, 'F6', 'Timeline')
        go(window, 'shift+F6', 'List of What the Map Shows')
        window.press('Escape', 'Escape')
        wait('the selection to go', lambda: 'Selected' not in window.told())


def test_changes_are_announced():
    with Opened() as window:
        said = Said(window)
        wait('how much is in view', lambda: said.now().endswith('in view.'))
        before = said.now()
        window.press(*['plus'] * 9)
        wait('another count', lambda: said.now().endswith('in view.') and said.now() != before)
        # Nine steps, not nine messages.
        assert 1 <= len(said.events) <= 4, said.events
        window.press('ctrl+1')
        here = said.now()
        wait('the count without a layer', lambda: said.now() != here)
        said.close()


def test_marks_are_walked():
    with Opened(camera=(*SIMONS_TOWN, 8.0)) as window:
        said = Said(window)
        seen = []
        for key in ('n', 'Next', 'n'):
            before = said.now()
            window.press(key)
            wait(f'{key} to name a mark', lambda last=before: said.now() != last and ' of ' in said.now())
            seen.append(said.now())
        total = int(seen[0].split(' of ')[1].split()[0])
        assert total >= 2, seen
        assert seen[0].endswith(f'1 of {total} in view.') and seen[1].endswith(f'2 of {total} in view.'), seen
        window.press('p')
        wait('p to go back', lambda: said.now() == seen[1])
        title = said.now().split('. ')[0]
        window.press('Return')
        window.wait_for_details(title)
        wait('what was picked to be announced', lambda: said.now().startswith(f'Selected: {title}.'))
        window.press('n', 'Escape')
        wait('the map to keep its selection', lambda: not window.is_busy() and f'Selected: {title}.' in window.told())
        window.press('Escape')
        wait('the selection to go', lambda: 'Selected' not in window.told())
        said.close()


def test_search_says_what_it_found():
    with Opened() as window:
        said = Said(window)
        window.press('ctrl+f')
        xdotool('type', '--delay', '20', '9161003')
        wait('what was found to be announced', lambda: ' found. Lady R' in said.now())
        window.press('ctrl+a')
        xdotool('type', '--delay', '20', 'xyzzyq')
        wait('that nothing was found', lambda: said.now() == 'Nothing found.')
        said.close()


def test_narrow_window_has_one_pane_beside_the_map():
    with Opened('--show=vessel:lady-r') as window:
        window.wait_for_details('Lady R')
        title = window.find('Layers', 'label')
        toggle = window.find('Sidebar')
        wait('the sidebar', lambda: is_laid_out(title))
        xdotool('windowsize', window.xid, 1000, 600)
        wait('the sidebar to go', lambda: not is_on(toggle))
        window.press('F9')
        wait('the sidebar in place of the details', lambda: is_on(toggle) and
             not is_on(window.find('Show Details')))
        assert 'Selected: Lady R.' in window.told()
        window.click_on(window.find('Show Details'))
        wait('the sidebar to go again', lambda: not is_on(toggle))
        window.click_on(window.find('Show Details'))
        wait('the sidebar to come back', lambda: is_on(toggle))


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
