# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program as assistive technology meets it: objects with names, roles, states and actions, asked for over a bus.

Objects are looked up by name first; the role tells apart what shares a name. Nothing waits for a fixed time: `wait`
polls until what it asks for is so.
"""
import functools
import re
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# How long a state may take to come about, seconds; generous, for the machine may be busy.
PATIENCE = 25
POLL = 0.03
# Fewer milliseconds than these and a busy machine looks like a dead program.
CALL_MS = 10000

# What a role is called on the bus, by GTK 4.8, by 4.18 and between.
ROLES = {
    'window': ('frame', 'window'),
    'region': ('filler', 'panel', 'grouping', 'landmark', 'region', 'section'),
    'button': ('push button', 'button', 'toggle button'),
    'switch': ('check box', 'switch', 'toggle button'),
    'entry': ('entry', 'text', 'search box'),
    'slider': ('slider',),
    'status': ('status bar', 'statusbar', 'status'),
    'label': ('label', 'static'),
    'list': ('list', 'list box'),
    'list item': ('list item',),
    'grid': ('table', 'list', 'grid'),
    'table': ('tree table', 'table', 'tree grid'),
    'row': ('table row',),
    'cell': ('table cell',),
    'menu item': ('menu item', 'check menu item', 'radio menu item'),
}
# What stands for pressing: of a button, of a switch, of an expander.
PRESSES = ('click', 'toggle', 'activate')

Atspi.init()
Atspi.set_timeout(CALL_MS, CALL_MS)


def take_events():
    while GLib.MainContext.default().iteration(False):
        pass


class Focus:
    """Follows the keyboard's focus, which costs nothing while looking for it costs a walk through the window."""

    def __init__(self):
        self.node = None
        self._listener = Atspi.EventListener.new(self._on_event)
        self._listener.register('object:state-changed:focused')

    def _on_event(self, event):
        if event.detail1 == 1:
            self.node = event.source
        elif self.node == event.source:
            self.node = None

    def get(self):
        take_events()
        return self.node


FOCUS = Focus()


def wait(what, test, patience=PATIENCE):
    """Returns what TEST returns as soon as that is true; an object that is gone meanwhile is asked for again."""
    end = time.monotonic() + patience
    while True:
        take_events()
        try:
            found = test()
        except GLib.Error:
            found = None
        if found:
            return found
        assert time.monotonic() < end, f'waited in vain for {what}'
        time.sleep(POLL)


def children(node):
    some = (node.get_child_at_index(i) for i in range(node.get_child_count()))
    return [child for child in some if child is not None]


def walk(node):
    """An object and all under it, in the order in which they are read; lazily, for each step asks the program."""
    ahead = [node]
    while ahead:
        one = ahead.pop()
        yield one
        ahead.extend(reversed(children(one)))


def has_role(node, role):
    return node.get_role_name() in ROLES[role]


def find(node, name, role=None):
    """The first object under NODE of that name, or whose name the pattern matches; None when there is none."""
    for one in walk(node):
        text = one.get_name() or ''
        if (name.search(text) if isinstance(name, re.Pattern) else text == name) and \
           (role is None or has_role(one, role)):
            return one
    return None


def names(node):
    return [one.get_name() for one in walk(node) if one.get_name()]


def _label_of(node):
    """The text of what an object says that it is labelled by."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return Atspi.Text.get_text(relation.get_target(0), 0, -1)
    return ''


def called(node):
    """What a screen reader calls an object. The items of a menu of GTK 4.18 have no name of their own, only a label
    that is not told as an object."""
    return node.get_name() or _label_of(node)


def read(node):
    """What stands in a label: with GTK 4.18 that of a status is its text, not its name."""
    return node.get_name() or Atspi.Text.get_text(node, 0, -1)


def has_state(node, state):
    return node.get_state_set().contains(state)


def is_on(node):
    """Whether a switch is on or a button that stays down is down."""
    states = node.get_state_set()
    return states.contains(Atspi.StateType.CHECKED) or states.contains(Atspi.StateType.PRESSED)


@functools.cache
def _gtk_minor(app):
    return int(app.get_toolkit_version().split('.')[1])


def is_newer_gtk(node):
    """Whether an object is of a GTK that tells what is shown and names what a button in a menu does: 4.10 or later."""
    return _gtk_minor(node.get_application()) >= 10


def extents(node):
    """Where an object is in its window. GTK 4.18 leaves out the padding of all that stands around it."""
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return box.x, box.y, box.width, box.height


def is_laid_out(node):
    """Whether an object can be seen. That it takes up room is all that GTK 4.8 tells; of what is hidden, GTK 4.18
    tells no room or any."""
    _, _, width, height = extents(node)
    return width > 0 and height > 0 and (has_state(node, Atspi.StateType.SHOWING) or not is_newer_gtk(node))


def press(node):
    """Presses a button, a switch or an expander by its action; returns False when neither it nor a part has one."""
    for one in walk(node):
        for i in range(one.get_n_actions()):
            if Atspi.Action.get_action_name(one, i) in PRESSES:
                one.do_action(i)
                return True
    return False
