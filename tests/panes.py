# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the window, read as a screen reader does: layers with counts and legends, timeline, list."""
import contextlib
import re

from accessible import FOCUS, called, children, extents, find, has_role, is_newer_gtk, is_on, wait, walk
from driving import Home, Window
from words import _, pattern

LAYERS = ('Arms-transfer routes', 'Caspian shipments', 'Tracked vessels', 'Front-company hubs', 'Sanctions and accords',
          'Incidents', 'Ports', 'Kept routes')
COLUMNS = ('Title', 'Kind', 'Layer', 'Status', 'Date', 'Actors', 'Claims')
# The parts that F6 leads through, in their order.
PARTS = ('Layers', 'Map', 'Details', 'List of What the Map Shows', 'Timeline')


@contextlib.contextmanager
def opened(program, *args, **left):
    """A settled window on a home of its own, with all layers on and no hint, or with what is given."""
    home = Home()
    try:
        home.leave_behind(**{'hidden_layers': '@as []', 'show_hint': 'false', **left})
        with Window(program, home, *args) as window:
            window.settle()
            yield window
    finally:
        home.remove()


def part_of(node):
    """Which part of the window an object lies in, by its English name; None when in none."""
    parts = {_(part): part for part in PARTS}
    while node is not None:
        if node.get_name() in parts:
            return parts[node.get_name()]
        node = node.get_parent()
    return None


def go_to(window, part):
    """Leads the keyboard to a part of the window, part by part."""
    for _i in PARTS:
        here = part_of(wait('something to have the keyboard', FOCUS.get))
        if here == part:
            return
        window.press('F6')
        wait(f'F6 to lead on from {here}', lambda: FOCUS.get() and part_of(FOCUS.get()) not in (None, here))
    raise AssertionError(f'F6 does not lead to {part}')


def choose_from_menu(window, title):
    """Chooses from the menu that is coming up, with the keys. While it comes up it takes the keyboard more than once, and
    a key may be lost: then it is pressed again.
    """
    wait('the menu', lambda: FOCUS.get() and has_role(FOCUS.get(), 'menu item'))
    for _step in range(30):
        at = wait('something to have the keyboard', FOCUS.get)
        if called(at) == title:
            window.press('Return')
            return
        window.press('Down')
        with contextlib.suppress(AssertionError):
            wait('Down to lead on', lambda before=at: FOCUS.get() not in (None, before), 2)
    raise AssertionError(f'“{title}” is not in the menu')


class Layers:
    """The rows of the layers; they stay the same objects as long as the window lives."""

    def __init__(self, window):
        self.window = window
        self.list = window.wait_for(_('Layers'), 'list')
        self.rows = {layer: find(self.list, _(layer), 'list item') for layer in LAYERS}
        self.switches = {layer: find(row, _(layer), 'switch') for layer, row in self.rows.items()}
        self.labels = {layer: find(row, re.compile(r'\d'), 'label') for layer, row in self.rows.items()}

    def is_on(self, layer):
        return is_on(self.switches[layer])

    def counts(self):
        """What the rows say: in view and in all; in view is None when the layer is hidden."""
        counts = {}
        for layer, label in self.labels.items():
            numbers = [int(number) for number in re.findall(r'\d+', label.get_name())]
            counts[layer] = (numbers[0], numbers[1]) if len(numbers) == 2 else (None, numbers[0])
        return counts

    def legend(self, layer):
        box = find(self.rows[layer], _('Legend'), 'list')
        return [one.get_name() for one in walk(box) if has_role(one, 'list item')] if box else []

    def wait_for_counts(self, what, test):
        def look():
            counts = self.counts()
            return counts if not self.window.is_busy() and test(counts) else None

        return wait(what, look)


class Timeline:
    """The two ends of the time window and the buttons beside them."""

    def __init__(self, window):
        self.window = window
        self.region = window.wait_for(_('Timeline'), 'region')
        self.ends = {'start': find(self.region, _('Start of the time window'), 'slider'),
                     'end': find(self.region, _('End of the time window'), 'slider')}

    def year(self, end):
        """The year in which an end stands; None while it is open. GTK tells no number of a slider of our own."""
        said = re.search(r'\d{4}', self.told(end))
        return int(said[0]) if said else None

    def told(self, end):
        return self.ends[end].get_description() or ''

    def is_open(self, end):
        return self.told(end) == _('Open', 'end of time')

    def focus(self, end):
        go_to(self.window, 'Timeline')
        key = 'shift+Tab' if end == 'start' and FOCUS.get() == self.ends['end'] else 'Tab'
        self.window.press_until(key, lambda at: at == self.ends[end], 12)

    def drag(self, end, dx):
        """Takes an end by the pointer and moves it by so many pixels; by the keys where its place is not told well."""
        if is_newer_gtk(self.region):
            self.focus(end)
            self.window.press(*['shift+Right' if dx > 0 else 'shift+Left'] * (abs(dx) // 16))
            return
        x, y, width, height = extents(self.ends[end])
        self.window.drag(x + width // 2, y + height // 2, dx, 0)

    def button(self, *titles):
        """A button that has one of these names now."""
        return next((found for title in titles if (found := find(self.region, _(title), 'button'))), None)


class Listing:
    """The list of what the map shows."""

    def __init__(self, window):
        self.window = window
        self.region = window.wait_for(_('List of What the Map Shows'), 'region')
        self.table = wait('the table', lambda: find(self.region, _('What the Map Shows'), 'table'))
        self.body = wait('the rows', lambda: next((one for one in children(self.table) if has_role(one, 'list')), None))

    def counts(self):
        """How many are listed of how many that are kept."""
        form = pattern('%s of %s in view', '%s of %s in view', whole=True)
        label = find(self.region, form, 'label')
        return tuple(int(number) for number in re.findall(r'\d+', label.get_name())) if label else None

    def rows(self):
        """The rows that can be seen, from above, each with the texts of its columns. Many more are kept at hand that
        cannot, so only the first label of each cell is asked for."""
        rows = []
        for one in children(self.body):
            _x, y, _width, height = extents(one)
            if height > 0 and has_role(one, 'row'):
                texts = [cell.get_child_at_index(0).get_name() for cell in children(one)]
                rows.append((y, dict(zip(COLUMNS, texts, strict=True))))
        return [row for _y, row in sorted(rows, key=lambda pair: pair[0])]

    def wait_for_order(self, what, key, descending=False):
        """Waits until the rows are in the order of what KEY makes of them; returns them."""
        def look():
            rows = self.rows()
            keys = [key(row) for row in rows]
            return rows if len(rows) > 4 and keys == sorted(keys, reverse=descending) else None

        return wait(what, look)
