#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves and plays the time window: drive-time.py PROGRAM, inside on-session. Map, legend and list follow."""
import sys

import tap
from accessible import press, wait
from panes import LAYERS, Layers, Listing, Timeline, opened

PROGRAM = sys.argv[1]
ROUTES = 'Arms-transfer routes'


def wait_for_list(listing, what, test):
    """Waits until how many are listed, of how many that are kept, is as told."""
    def look():
        counts = listing.counts()
        return counts if counts and test(counts) else None

    return wait(what, look)


def test_window_moves_and_all_follow():
    with opened(PROGRAM) as window:
        layers, timeline = Layers(window), Timeline(window)
        window.press('ctrl+l')
        listing = Listing(window)
        before = layers.counts()
        legend = {layer: layers.legend(layer) for layer in LAYERS}
        listed = wait_for_list(listing, 'the list', lambda now: now[1] > 0)
        assert timeline.is_open('start') and timeline.is_open('end')

        timeline.focus('end')
        window.press(*['shift+Left'] * 6)
        wait('the end to have a date', lambda: timeline.year('end'))
        after = layers.wait_for_counts('fewer routes without the last years',
                                       lambda now: now[ROUTES][1] < before[ROUTES][1])
        assert all(after[layer][1] <= before[layer][1] for layer in LAYERS), (before, after)
        wait('the legend to follow', lambda: {layer: layers.legend(layer) for layer in LAYERS} != legend)
        wait_for_list(listing, 'the list to be shorter', lambda now: now[1] < listed[1] and now[0] <= now[1])
        assert not timeline.is_open('end') and timeline.told('end'), timeline.told('end')

        window.press('End')
        layers.wait_for_counts('everything to be back', lambda now: now == before)
        assert timeline.is_open('end')
        wait_for_list(listing, 'the list to be whole again', lambda now: now == listed)
        wait('the legend to be back', lambda: {layer: layers.legend(layer) for layer in LAYERS} == legend)

        timeline.drag('start', 700)
        later = layers.wait_for_counts('fewer after what the pointer leaves out', lambda now: now != before)
        assert timeline.year('start'), timeline.told('start')
        assert all(later[layer][1] <= before[layer][1] for layer in LAYERS), (before, later)
        wait_for_list(listing, 'the list to be shorter', lambda now: now[1] < listed[1])


def test_time_is_played():
    with opened(PROGRAM) as window:
        layers, timeline = Layers(window), Timeline(window)
        before = layers.counts()
        timeline.focus('end')
        window.press(*['shift+Left'] * 12)
        early = layers.wait_for_counts('fewer routes', lambda now: now[ROUTES][1] < before[ROUTES][1])
        at = timeline.year('end')

        assert press(timeline.button('Play'))
        wait('the button to offer a pause', lambda: timeline.button('Pause'))
        for _step in range(3):
            at = wait('the end to move', lambda at=at: timeline.year('end') > at and timeline.year('end'))
        layers.wait_for_counts('more objects than at first', lambda now: now != early)
        assert press(timeline.button('Pause'))
        wait('the button to offer playing', lambda: timeline.button('Play'))
        paused = timeline.year('end')
        window.settle()

        # The next step is one from where it was paused: nothing has moved meanwhile.
        assert press(timeline.button('Play'))
        again = wait('the end to move on', lambda: timeline.year('end') > paused and timeline.year('end'))
        assert again == paused + 1, (paused, again)
        timeline.focus('end')
        window.press('space')
        wait('space to pause', lambda: timeline.button('Play'))


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
