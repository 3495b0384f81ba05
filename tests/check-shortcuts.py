#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-shortcuts.py ROOT: every key that the program binds to an action stands in the shortcuts window."""
import pathlib
import re
import sys
import xml.etree.ElementTree

# Keys that GTK itself binds, and that people look for.
OF_GTK = {'F10', '<Control>question'}


def told(root):
    tree = xml.etree.ElementTree.parse(root / 'ui' / 'gtk' / 'help-overlay.ui')
    accels = set()
    for item in tree.iter('property'):
        if item.get('name') == 'accelerator':
            # "<Control>1...7" stands for each of them.
            first, _, last = item.text.partition('...')
            accels |= {f'{first[:-1]}{n}' for n in range(int(first[-1]), int(last) + 1)} if last else set(item.text.split())
    return accels


def bound(root):
    source = ''.join(path.read_text() for path in sorted((root / 'src' / 'app').glob('*.c')))
    accels = set(re.findall(r'set_accels \(application, "[^"]+", "([^"]+)"\)', source))
    ids = (root / 'src' / 'base' / 'rutter-vocabulary.h').read_text()
    # Passages have 0, which is bound by name.
    n_layers = len([name for name in re.findall(r'^  RUTTER_LAYER_(\w+)', ids, re.M) if name != 'PASSAGES'])
    for prefix in re.findall(r'g_strdup_printf \("(<[^"]+>)%u"', source):
        accels |= {f'{prefix}{n + 1}' for n in range(n_layers)}
    return accels


def main():
    root = pathlib.Path(sys.argv[1])
    keys = bound(root)
    if len(keys) < 20:
        sys.exit(f'only {len(keys)} keys were found in the sources: has the way they are bound changed?')
    missing = sorted((keys | OF_GTK) - told(root))
    if missing:
        sys.exit('not in ui/gtk/help-overlay.ui: ' + ', '.join(missing))


main()
