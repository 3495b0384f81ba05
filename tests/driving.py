# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window, driven from outside as a person drives it: by pointer, keys and accessible names.

Runs inside tests/on-session, in the language that words.py was told.
"""
import functools
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from accessible import (Atspi, FOCUS, PATIENCE, called, extents, find, has_role, has_state, is_laid_out, is_newer_gtk,
                        press, wait, walk)
from words import _, LOCALE, of_gtk, pattern

# How the map tells where it is.
PLACE = pattern('Centre %s° %s, %s° %s, zoom %s.')
NORTH, EAST = _('north', 'latitude'), _('east', 'longitude')

# What GTK 4.18 complains of when a message dialog of libadwaita opens and closes.
OF_DIALOGS = re.compile('Trying to measure GtkLabel|gtk_root_get_focus: assertion')


def xdotool(*args):
    return subprocess.run(['xdotool', *map(str, args)], check=True, capture_output=True, text=True,
                          timeout=PATIENCE).stdout


class Home:
    """A home of its own, gone after use."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix='home-', dir=os.environ['HOME']))
        self.own = self.path / 'data' / 'rutter' / 'catalogue.gpkg'
        self.settings = self.path / 'config' / 'rutter' / 'settings.ini'
        gtk = self.path / 'config' / 'gtk-4.0'
        gtk.mkdir(parents=True)
        (gtk / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=0\n')

    def leave_behind(self, **settings):
        """What a window of before left behind, as GVariant text."""
        self.settings.parent.mkdir(parents=True, exist_ok=True)
        lines = [f'{key.replace("_", "-")}={value}\n' for key, value in settings.items()]
        self.settings.write_text('[Rutter]\n' + ''.join(lines), encoding='utf-8')

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Window:
    """A running window. Use as a context: leaving it closes the window and looks how the program ended."""

    def __init__(self, program, home, *args, data_dir=None, base=None, status=0):
        self.status = status
        base = base or home.path
        env = dict(os.environ, HOME=str(base), XDG_CONFIG_HOME=f'{base}/config', XDG_DATA_HOME=f'{base}/data',
                   XDG_CACHE_HOME=f'{base}/cache', GDK_BACKEND='x11', GSK_RENDERER='cairo', LC_ALL=LOCALE,
                   GSETTINGS_BACKEND='memory')
        env.pop('G_DEBUG', None)
        if data_dir is not None:
            env['RUTTER_DATA_DIR'] = str(data_dir)
        self.log = home.path / 'stderr'
        with open(self.log, 'w', encoding='utf-8') as log:
            self.process = subprocess.Popen([program, *map(str, args)], env=env, stderr=log)
        try:
            self.app = self._wait_for_app()
            self.frame = wait('the window', lambda: find(self.app, _('Rutter'), 'window'))
            self.xid = wait('its place on the screen', self._find_xid)
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise
        xdotool('windowfocus', self.xid)

    def _wait_for_app(self):
        def look():
            assert self.process.poll() is None, f'the program ended at once: {self.stderr()}'
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                app = desktop.get_child_at_index(i)
                if app is not None and app.get_process_id() == self.process.pid:
                    # What is remembered here of a tree that changes all the time would only mislead.
                    app.set_cache_mask(Atspi.Cache.NONE)
                    return app
            return None

        return wait('the program on the accessibility bus', look)

    def list_xids(self):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                              capture_output=True, text=True, timeout=PATIENCE).stdout.split()

    def _find_xid(self):
        sizes = []
        for xid in self.list_xids():
            shell = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', xid).split())
            sizes.append((int(shell['WIDTH']) * int(shell['HEIGHT']), xid))
        return max(sizes)[1] if sizes else None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.close()
            return
        self.process.kill()
        self.process.wait()
        print('# stderr of the program:')
        for line in self.stderr().splitlines():
            print('#  ', line)

    def stderr(self):
        return self.log.read_text(encoding='utf-8', errors='replace')

    def close(self):
        """Closes as the close button does; the program must end by itself, as it should and without a complaint."""
        if self.process.poll() is None:
            press(find(self.frame, of_gtk('Close'), 'button'))
        status = self.process.wait(timeout=PATIENCE)
        assert status == self.status, f'the program ended with {status}: {self.stderr()}'
        complaints = [line for line in self.stderr().splitlines()
                      if re.search(r'(CRITICAL|WARNING) \*\*', line) and not OF_DIALOGS.search(line)]
        assert not complaints, complaints

    # What is seen; newer GTK tells of nothing that is hidden, so what may be hidden is looked for when it is wanted

    @functools.cached_property
    def map(self):
        return self.wait_for(_('Map'))

    def is_busy(self):
        return has_state(self.map, Atspi.StateType.BUSY)

    def settle(self):
        """Waits until everything that was asked for is read, counted and painted."""
        wait('the map to be painted', lambda: not self.is_busy() and PLACE.search(self.map.get_description()))

    def told(self):
        return self.map.get_description()

    def centre(self):
        """Longitude, latitude and zoom, as the map tells them."""
        lat, north, lon, east, zoom = PLACE.search(self.told()).groups()
        lat, lon, zoom = (float(number.replace(',', '.')) for number in (lat, lon, zoom))
        return lon if east == EAST else -lon, lat if north == NORTH else -lat, zoom

    def find(self, name, role=None):
        return find(self.frame, name, role)

    def wait_for(self, name, role=None):
        return wait(f'“{getattr(name, "pattern", name)}”', lambda: self.find(name, role))

    def wait_for_text(self, text):
        """A label that can be read now, not one on a hidden page."""
        def look():
            for one in walk(self.frame):
                if has_role(one, 'label') and re.search(text, one.get_name() or '') and is_laid_out(one):
                    return one.get_name()
            return None

        return wait(f'the text “{text}”', look)

    @functools.cached_property
    def details(self):
        return self.wait_for(_('Details'), 'region')

    def wait_for_details(self, title):
        """Waits until the details are those of an object: their first line that is shown is its title."""
        def look():
            first = next((one.get_name() for one in walk(self.details)
                          if has_role(one, 'label') and is_laid_out(one)), None)
            return first == title

        wait(f'the details of {title}', look)

    # What is done

    def origin(self):
        """Where the window's content begins on the screen: without a compositor a frame stands around it."""
        shell = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', self.xid).split())
        x, y, width, height = extents(self.frame)
        return (int(shell['X']) + (int(shell['WIDTH']) - width) // 2 - min(x, 0),
                int(shell['Y']) + (int(shell['HEIGHT']) - height) // 2 - min(y, 0))

    def click(self, x, y, button=1):
        """A click of the pointer at a place in the window's content."""
        left, top = self.origin()
        xdotool('mousemove', left + x, top + y)
        xdotool('click', button)

    def drag(self, x, y, dx, dy):
        """Moves the pointer with its button down, in steps as a hand does."""
        left, top = self.origin()
        xdotool('mousemove', left + x, top + y)
        xdotool('mousedown', 1)
        for step in range(1, 9):
            xdotool('mousemove', left + x + dx * step // 8, top + y + dy * step // 8)
        xdotool('mouseup', 1)

    def click_on(self, node, button=1):
        """A click on an object; where its place is not told well enough to hit what is small, by its action."""
        is_pressed = button == 1 and (has_role(node, 'button') or has_role(node, 'switch'))
        if is_pressed and is_newer_gtk(node) and press(node):
            return
        x, y, width, height = extents(node)
        assert width > 0 and height > 0, f'{node.get_name()} is not shown'
        self.click(x + width // 2, y + height // 2, button)

    def click_map(self, x=0.5, y=0.5, button=1):
        """At a share of the map's width and height."""
        left, top, width, height = extents(self.map)
        self.click(int(left + width * x), int(top + height * y), button)

    def enter_dialog(self, *keys):
        """Presses what brings up a dialog and gives it the keyboard, as a window manager does; `leave_dialog` takes it
        back."""
        before = self.list_xids()
        self.press(*keys)
        xdotool('windowfocus', wait('a dialog', lambda: next((xid for xid in self.list_xids() if xid not in before), None)))

    def leave_dialog(self):
        xdotool('windowfocus', self.xid)

    def press(self, *keys):
        xdotool('key', '--delay', '20', *keys)

    def type_until(self, words, what, test):
        """Types until what comes of it is so: keys for another script than the keyboard's are put on it one by one, and
        a busy program may read one before it has heard of it."""
        for patience in (PATIENCE / 3, PATIENCE / 3, PATIENCE):
            self.press('ctrl+a')
            xdotool('type', '--delay', '25', words)
            try:
                return wait(what, test, patience)
            except AssertionError:
                if patience == PATIENCE:
                    raise

    def press_until(self, key, test, limit=120):
        """Presses a key until the focus is where the test wants it; returns the names of what it met."""
        met = []
        for _i in range(limit):
            at = wait('something to have the focus', FOCUS.get)
            met.append((at.get_role_name(), called(at)))
            if test(at):
                return met
            self.press(key)
            wait(f'{key} to move the focus from {met[-1]}', lambda before=at: FOCUS.get() not in (None, before))
        raise AssertionError(f'{key} does not lead there: {met}')

    def focus_map(self):
        return self.press_until('Tab', lambda at: at == self.map)

    def follow(self, name):
        """Clicks the first link in the details whose name matches, after scrolling it into sight."""
        def look():
            return next((one for one in walk(self.details) if re.search(name, one.get_name() or '') and
                         (has_role(one, 'list item') or has_role(one, 'button')) and
                         has_state(one, Atspi.StateType.FOCUSABLE)), None)

        link = wait(f'a link “{name}”', look)
        left, top, width, height = extents(self.details)
        for _i in range(200):
            _, y, _, link_height = extents(link)
            middle = y + link_height // 2
            if top + 60 < middle < top + height - 20:
                self.click_on(link)
                return
            self.click(left + width // 2, top + height // 2, 5 if middle > top + height // 2 else 4)
            wait('the details to scroll', lambda before=y: extents(link)[1] != before)
        raise AssertionError(f'“{name}” cannot be scrolled into sight')
