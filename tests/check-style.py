#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the rules of the code that a machine can hold, over src/ and tests/ of the project."""
import pathlib
import re
import sys

MAX_FILE, MAX_FUNCTION, MAX_LINE = 500, 60, 100
# Which folder may include the header of which third-party library.
OWNERS = {
    r'sqlite3\.h': {'db', 'catalog'},
    r'gtk/.*': {'map', 'widgets', 'app'},
    r'adwaita\.h': {'widgets', 'app'},
    r'shumate/.*': {'map'},
    r'cairo.*\.h': {'draw', 'briefing', 'map'},
    r'pango/.*': {'draw', 'briefing'},
    r'unicode/.*': {'base'},
    r'json-glib/.*': {'catalog', 'ais', 'briefing', 'cli'},
    r'netcdf\.h': {'builders'},
    r'libsoup/.*': {'net'},
    r'libsecret/.*': {'net'},
}
# Which folders a folder may include headers of, besides its own; what is not named here may see all.
SEES = {
    'base': set(),
    'model': {'base'},
    'db': {'base'},
    'net': {'base'},
    'routing': {'base'},
    'catalog': {'base', 'db', 'model'},
    'ais': {'base', 'model', 'net'},
    'draw': {'base', 'model'},
    'atlas': {'base', 'db', 'model', 'catalog', 'routing', 'draw'},
    'briefing': {'base', 'db', 'model', 'catalog', 'routing', 'draw', 'atlas'},
    'map': {'base', 'model', 'draw'},
    'widgets': {'base', 'model', 'draw', 'map'},
    'cli': {'base', 'db', 'model', 'net', 'ais', 'catalog', 'routing', 'draw', 'atlas', 'briefing', 'cli'},
}
BANNED = re.compile(r'\b(g(char|int|long|short|float|double)\b(?!\w)|strcpy|sprintf \(|goto\b|g_idle_add \(|g_object_get_data)')


def check(path, folder):
    lines = path.read_text(encoding='utf-8').splitlines()
    if not lines or 'SPDX-FileCopyrightText' not in lines[0]:
        yield 1, 'no SPDX header'
    if len(lines) > MAX_FILE:
        yield len(lines), f'{len(lines)} lines, at most {MAX_FILE}'
    start = None
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE or '\t' in line or line != line.rstrip():
            yield number, 'long line, tab or trailing space'
        if BANNED.search(re.sub(r'"(\\.|[^"\\])*"', '""', line.split('/*')[0])):
            yield number, 'banned: ' + BANNED.search(line).group(0)
        include = re.match(r'#include <([^>]+)>', line)
        if include and folder is not None:
            for header, owners in OWNERS.items():
                if re.fullmatch(header, include.group(1)) and folder not in owners:
                    yield number, f'{folder}/ may not include <{include.group(1)}>'
        own = re.match(r'#include "([^"]+)"', line)
        if own and folder in SEES and homes.get(own.group(1), folder) not in SEES[folder] | {folder}:
            yield number, f'{folder}/ may not include "{own.group(1)}" of {homes[own.group(1)]}/'
        if line == '{':
            start = number
        elif line == '}' and start:
            if number - start - 1 > MAX_FUNCTION and 'class_init' not in lines[max(start - 2, 0)]:
                yield start, f'function of {number - start - 1} lines, at most {MAX_FUNCTION}'
            start = None


root = pathlib.Path(sys.argv[1])
homes = {path.name: path.parent.name for path in (root / 'src').glob('*/*.h')}
found = []
for top in ('src', 'tests'):
    for path in sorted((root / top).rglob('*.[ch]')):
        folder = path.relative_to(root / top).parts[0] if top == 'src' else None
        found += [(path, number, message) for number, message in check(path, folder)]
for path, number, message in found:
    print(f'{path.relative_to(root)}:{number}: {message}')
sys.exit(bool(found))
