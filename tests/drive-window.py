#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the real window as a person does, by pointer and by keys: drive-window.py PROGRAM, inside on-session."""
import contextlib
import re
import sys

import tap
from accessible import called, extents, find, has_role, is_laid_out, is_on, names, press, wait, walk
from driving import Home, Window

PROGRAM = sys.argv[1]
LAYERS = ('Arms-transfer routes', 'Caspian shipments', 'Tracked vessels', 'Front-company hubs', 'Sanctions and accords',
          'Incidents', 'Ports')
OFF_AT_FIRST = ['Sanctions and accords', 'Incidents', 'Ports']
SIMONS_TOWN = (18.43667, -34.185)
VOYAGE = "Lady R at Simon's Town naval base"


@contextlib.contextmanager
def opened(home=None, **left):
    """A settled window with all layers on, or with what is given, on a home of its own or on one that lives on."""
    own = home or Home()
    try:
        if home is None:
            own.leave_behind(**{'hidden_layers': '@as []', **left})
        with Window(PROGRAM, own) as window:
            window.settle()
            yield window
    finally:
        if home is None:
            own.remove()


class Sidebar:
    """The rows of the layers and the chips of the actors; they stay the same objects as long as the window lives."""

    def __init__(self, window):
        self.window = window
        self.layers = window.find('Layers', 'list')
        self.rows = {layer: find(self.layers, layer, 'list item') for layer in LAYERS}
        self.switches = {layer: find(row, layer, 'switch')
                         for layer, row in self.rows.items()}
        self.labels = {layer: find(row, re.compile(r'^\d+ of \d+ in view$|^\d+, hidden$'), 'label')
                       for layer, row in self.rows.items()}
        self.actors = window.find('Actors', 'grid')

    def is_on(self, layer):
        return is_on(self.switches[layer])

    def chip(self, actor):
        return find(self.actors, actor, 'button')

    def counts(self):
        """What the rows say: in view and in all; in view is None when the layer is hidden."""
        counts = {}
        for layer, label in self.labels.items():
            numbers = [int(number) for number in re.findall(r'\d+', label.get_name())]
            counts[layer] = (numbers[0], numbers[1]) if len(numbers) == 2 else (None, numbers[0])
        return counts


def wait_for_counts(sidebar, what, test):
    def look():
        counts = sidebar.counts()
        return counts if not sidebar.window.is_busy() and test(counts) else None

    return wait(what, look)


def hidden(counts):
    return [layer for layer, (in_view, _) in counts.items() if in_view is None]


def choose(window, title):
    """Chooses from the list of what lies under one click, with the keys."""
    offered = window.wait_for('Objects here', 'list')
    titles = [one.get_name() for one in walk(offered) if has_role(one, 'list item')]
    assert title in titles, titles
    window.press_until('Down', lambda at: called(at) == title, len(titles) + 1)
    window.press('Return')


def test_layers_tell_their_counts():
    with opened() as window:
        sidebar = Sidebar(window)
        counts = sidebar.counts()
        for layer, (in_view, total) in counts.items():
            assert 0 < in_view <= total, (layer, in_view, total)
            assert sidebar.is_on(layer), layer
            assert f'{layer}: {in_view} of {total} in view.' in window.told(), window.told()
        assert counts['Front-company hubs'][1] == 10


def test_layer_goes_off_and_on():
    with opened() as window:
        sidebar = Sidebar(window)
        before = sidebar.counts()
        legend = find(sidebar.rows['Arms-transfer routes'], 'Legend')
        assert is_laid_out(legend)
        window.click_on(sidebar.switches['Arms-transfer routes'])
        after = wait_for_counts(sidebar, 'the routes to be hidden', lambda now: hidden(now) == ['Arms-transfer routes'])
        assert after['Arms-transfer routes'][1] == before['Arms-transfer routes'][1]
        assert not sidebar.is_on('Arms-transfer routes')
        wait('the map to say so', lambda: f"Arms-transfer routes: {before['Arms-transfer routes'][1]}, hidden." in window.told())
        wait('the legend to go', lambda: not is_laid_out(legend))

        press(sidebar.switches['Arms-transfer routes'])
        wait_for_counts(sidebar, 'the routes to be back', lambda now: now == before)
        wait('the legend to be back', lambda: is_laid_out(legend))


def test_layer_is_isolated():
    with opened() as window:
        sidebar = Sidebar(window)
        before = sidebar.counts()
        options = find(sidebar.rows['Arms-transfer routes'], 'Options of Arms-transfer routes', 'button')
        window.click_on(options)
        wait('the options', lambda: find(options, 'Show Only This Layer'))
        window.press_until('Tab', lambda at: called(at) == 'Show Only This Layer')
        window.press('Return')
        others = [layer for layer in LAYERS if layer != 'Arms-transfer routes']
        wait_for_counts(sidebar, 'the routes to be alone', lambda now: hidden(now) == others)
        window.press('Escape')
        window.press('ctrl+alt+1')
        wait_for_counts(sidebar, 'all layers to be back', lambda now: now == before)


def test_actor_steps_forward():
    with opened() as window:
        sidebar = Sidebar(window)
        before = sidebar.counts()
        chip = sidebar.chip('Iran')
        window.click_on(chip)
        after = wait_for_counts(sidebar, 'the others to step out', lambda now: now != before)
        assert is_on(chip)
        assert 0 < after['Arms-transfer routes'][1] < before['Arms-transfer routes'][1]
        assert all(after[layer][1] <= before[layer][1] for layer in LAYERS), (before, after)

        second = sidebar.chip('North Korea')
        window.click_on(second)
        both = wait_for_counts(sidebar, 'a second actor to come in', lambda now: now != after)
        assert after['Front-company hubs'][1] < both['Front-company hubs'][1] <= before['Front-company hubs'][1]

        window.click_on(window.find('Show All', 'button'))
        wait_for_counts(sidebar, 'everybody to be back', lambda now: now == before)


def test_mark_on_the_map_leads_to_lady_r():
    with opened(camera=(*SIMONS_TOWN, 8.0)) as window:
        assert 'Selected' not in window.told()
        window.click_map()
        choose(window, VOYAGE)
        window.wait_for_details(VOYAGE)
        wait('the map to tell what is selected', lambda: f'Selected: {VOYAGE}.' in window.told())

        window.follow(r'\bLady R$')
        window.wait_for_details('Lady R')
        read = names(window.details)
        assert any("Simon's Town" in text for text in read), read
        assert 'Denied by' in read, read
        denier = read[read.index('Denied by') + 1]
        assert denier.strip(), read
        assert any('9161003' in text for text in read), read
        wait('the map to tell of the ship', lambda: 'Selected: Lady R.' in window.told())

        press(find(window.details, 'Back'))
        window.wait_for_details(VOYAGE)
        press(find(window.details, 'Forward'))
        window.wait_for_details('Lady R')
        window.press('alt+Left')
        window.wait_for_details(VOYAGE)
        window.press('alt+Right')
        window.wait_for_details('Lady R')

        window.press('Escape')
        wait('the selection to go', lambda: 'Selected' not in window.told())
        shown = window.find('Show Details')
        wait('the details to close', lambda: not is_on(shown))


def test_bare_water_selects_nothing():
    with opened(camera=(-30.0, -40.0, 6.0)) as window:
        sidebar = Sidebar(window)
        assert all(in_view == 0 for in_view, _ in sidebar.counts().values()), sidebar.counts()
        window.click_map()
        window.settle()
        assert 'Selected' not in window.told()
        assert window.find('Objects here', 'list') is None or not is_laid_out(window.find('Objects here', 'list'))


def test_state_survives_a_restart():
    home = Home()
    try:
        with opened(home) as window:
            sidebar = Sidebar(window)
            before = sidebar.counts()
            assert hidden(before) == OFF_AT_FIRST, before
            window.press('ctrl+2')
            wait_for_counts(sidebar, 'the Caspian to be hidden', lambda now: 'Caspian shipments' in hidden(now))
            window.press('ctrl+7')
            wait_for_counts(sidebar, 'the ports to be shown', lambda now: 'Ports' not in hidden(now))
            window.click_on(sidebar.chip('Russia'))
            chosen = wait_for_counts(sidebar, 'one actor', lambda now: now['Front-company hubs'] != before['Front-company hubs'])
            window.focus_map()
            here = window.centre()
            window.press('plus', 'plus', 'Right')
            there = wait('the map to move', lambda: window.centre()[2] > here[2] + 0.9 and
                         window.centre()[0] > here[0] and not window.is_busy() and window.centre())
        with opened(home) as window:
            after = Sidebar(window).counts()
            assert hidden(after) == ['Caspian shipments', 'Sanctions and accords', 'Incidents'], after
            assert [total for _, total in after.values()] == [total for _, total in chosen.values()], (chosen, after)
            assert window.centre() == there, (window.centre(), there)
    finally:
        home.remove()


def test_keys_alone():
    with opened() as window:
        sidebar = Sidebar(window)
        before = sidebar.counts()
        for number, layer in enumerate(LAYERS, 1):
            window.press(f'ctrl+{number}')
            wait_for_counts(sidebar, f'{layer} to be hidden', lambda now, n=number: hidden(now) == list(LAYERS[:n]))
        window.press(*(f'ctrl+{number}' for number in range(1, 8)))
        wait_for_counts(sidebar, 'all layers to be back', lambda now: now == before)

        width = extents(window.map)[2]
        window.press('F9')
        wait('the sidebar to go', lambda: extents(window.map)[2] > width)
        window.press('F9')
        wait('the sidebar to be back', lambda: extents(window.map)[2] == width and is_laid_out(sidebar.layers))

        window.focus_map()
        lon, lat, zoom = window.centre()
        for key, test in (('Right', lambda at: at[0] > lon), ('Left', lambda at: abs(at[0] - lon) < 0.05),
                          ('Up', lambda at: at[1] > lat), ('Down', lambda at: abs(at[1] - lat) < 0.05),
                          ('plus', lambda at: at[2] > zoom), ('minus', lambda at: at[2] == zoom)):
            window.press(key)
            wait(f'{key} to move the map', lambda want=test: not window.is_busy() and want(window.centre()))


def test_context_menu():
    with opened(camera=(*SIMONS_TOWN, 8.0)) as window:
        for key in ('Menu', 'shift+F10', None):
            if key is None:
                window.click_map(button=3)
            else:
                window.focus_map()
                window.press(key)
            window.press_until('Down', lambda at: called(at) == 'What Is Here', 3)
            window.press('Return')
            choose(window, 'Lady R')
            window.wait_for_details('Lady R')
            window.press('Escape')
            wait('the selection to go', lambda: 'Selected' not in window.told())


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
