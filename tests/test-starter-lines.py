#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds that computed lines change nothing but lines:
test-starter-lines.py BUILDER CLI STARTER-FOLDER BASEMAP PASSAGES STARTER.gpkg"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap

BUILDER, CLI, TABLES, BASEMAP, PASSAGES, STARTER = sys.argv[1:]
WORK = pathlib.Path(tempfile.mkdtemp(prefix='rutter-lines-'))
KINDS = ('actors', 'parties', 'vessels', 'places', 'routes', 'transfers', 'events', 'hubs', 'listings', 'links',
         'regimes', 'relations', 'topics', 'claims', 'layers')
BY_RAIL_OR_NETWORK = {'route:vladivostok-tikhoretsk', 'route:hk-russia-chips', 'route:cn-iran-metals'}
# Nobody says from which port she sailed.
WITHOUT_A_START = 'route:iran-olya-2025'


def run(*args, expect=0):
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(WORK), 'LC_ALL': 'C.UTF-8'}
    if 'LSAN_OPTIONS' in os.environ:
        env['LSAN_OPTIONS'] = os.environ['LSAN_OPTIONS']
    done = subprocess.run([*map(str, args)], capture_output=True, text=True, env=env, timeout=60)
    assert done.returncode == expect, (args, done.stderr)
    return done


def build(output, change=lambda text: text, expect=0, cache=(WORK / 'chart',)):
    """Compiles the facts, with another table of routes; the chart of the seas is made once."""
    folder = WORK / 'tables'
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TABLES, folder)
    (folder / 'route.tsv').write_text(change((folder / 'route.tsv').read_text()))
    return run(BUILDER, folder, BASEMAP, PASSAGES, output, *cache, expect=expect)


def ask(catalog, *args):
    return json.loads(run(CLI, '--catalog', catalog, '--json', *args).stdout)


def make_schematic():
    path = WORK / 'schematic.gpkg'
    if not path.exists():
        build(path, lambda text: text.replace('\tsea\tcomputed\t', '\tsea\tschematic\t'))
    return path


def test_the_same_facts_give_the_same_bytes():
    build(WORK / 'again.gpkg', cache=())
    assert (WORK / 'again.gpkg').read_bytes() == pathlib.Path(STARTER).read_bytes()


def test_sea_routes_are_computed_and_no_others():
    methods = {route['uid']: route['method'] for route in ask(STARTER, 'list', 'routes')}
    schematic = {uid for uid, method in methods.items() if method == 'schematic'}
    assert schematic == BY_RAIL_OR_NETWORK | {WITHOUT_A_START}, schematic
    assert set(methods.values()) == {'schematic', 'computed'} and len(methods) == 16


def test_nothing_but_the_lines_is_another():
    schematic = make_schematic()
    for kind in KINDS:
        windows = (('--time', '2023'), ('--time', '../2021'), ('--as-of', '2024-06'))
        for window in ((), *(windows if kind in ('routes', 'claims', 'layers', 'vessels') else ())):
            here, there = (ask(catalog, 'list', *window, kind) for catalog in (STARTER, schematic))
            if kind == 'claims':
                made = [claim for claim in here if claim['kind'] == 'computed']
                here = [claim for claim in here if claim['kind'] != 'computed']
                assert window or len(made) == 12, len(made)
            for row in (*here, *there):
                if kind == 'routes':
                    for field in ('method', 'line'):
                        row.pop(field)
            assert here == there, (kind, window)


def test_the_details_count_no_computation():
    schematic = make_schematic()
    for route in ask(STARTER, 'list', 'routes'):
        here, there = (ask(catalog, 'show', route['uid']) for catalog in (STARTER, schematic))
        assert here['claims'] == there['claims'], route['uid']
        for key in ('status', 'date', 'earliest', 'latest', 'denied', 'claims'):
            assert here['object'][key] == there['object'][key], (route['uid'], key)
        made = [section for section in here['sections'] if section['title'] == 'How the line was made']
        assert len(made) == (route['method'] == 'computed'), route['uid']


def test_computed_claims_say_so():
    for claim in ask(STARTER, 'list', 'claims'):
        if claim['kind'] != 'computed':
            continue
        assert claim['uid'] == claim['subject'] + '#computed', claim['uid']
        assert 'computed' in claim['statement'] and 'not a track' in claim['statement'], claim['statement']
        assert 'nautical miles' in claim['statement'] and 'GSHHG' in claim['note'], claim
        assert [source['source'] for source in claim['sources']] == ['source:rutter-sea-planner'], claim
        assert not claim['denied_by'] and claim['date'] is None


def test_search_does_not_find_them():
    words = ('search', 'nautical', 'miles')
    found = json.loads(subprocess.run([CLI, '--catalog', STARTER, '--json', *words], capture_output=True).stdout)
    assert not [hit for group in found['groups'] for hit in group['hits'] if '#computed' in (hit['uid'] or '')], found


def test_impossible_lines_are_refused():
    for old, new, words in (
            ('place:novorossiysk; place:istanbul; place:tartus', 'place:moscow; place:tartus', '100 km'),
            ('place:iran-caspian-coast; place:olya', 'place:iran-caspian-coast; place:olya', 'two stops'),
            ('\tsea\tcomputed\t', '\tsea\tgiven\t', 'the method "given" needs a line')):
        done = build(WORK / 'refused.gpkg', lambda text: text.replace(old, new).replace(
            f'schematic\t{old}' if 'iran-caspian' in old else '\0', f'computed\t{new}'), expect=1)
        assert words in done.stderr and 'route.tsv:' in done.stderr, done.stderr
        assert not (WORK / 'refused.gpkg').exists()


try:
    tap.run([value for name, value in sorted(globals().items()) if name.startswith('test_')])
finally:
    shutil.rmtree(WORK, ignore_errors=True)
