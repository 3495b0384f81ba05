#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks rutter-cli for ways over the water: test-cli-route.py PROGRAM STARTER.gpkg"""
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

PROGRAM, STARTER = sys.argv[1], sys.argv[2]
WORK = pathlib.Path(tempfile.mkdtemp(prefix='rutter-route-'))
LANGUAGES = [text for text in subprocess.run(['locale', '-a'], capture_output=True, text=True).stdout.split()
             if text.lower() in ('ru_ru.utf8', 'de_de.utf8')]


def cli(*args, expect=0, stdin='', language='C.UTF-8'):
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(WORK), 'XDG_CACHE_HOME': str(WORK / 'cache'), 'LC_ALL': language,
           'G_DEBUG': 'fatal-warnings'}
    if 'LSAN_OPTIONS' in os.environ:
        env['LSAN_OPTIONS'] = os.environ['LSAN_OPTIONS']
    done = subprocess.run([PROGRAM, '--catalog', STARTER, *map(str, args)], capture_output=True, text=True, env=env,
                          input=stdin, timeout=60)
    assert done.returncode == expect, (args, done.returncode, done.stderr)
    return done


def route(*args, **kwargs):
    return json.loads(cli('--json', 'route', *args, **kwargs).stdout)


def ids(answer):
    return [passage['id'] for passage in answer['passages']]


def complaint(*args, expect):
    done = cli('route', *args, expect=expect)
    assert done.stdout == '', done.stdout
    lines = done.stderr.splitlines()
    assert lines and all(line.startswith('rutter-cli: route: ') for line in lines), done.stderr
    return done.stderr


def test_caspian():
    answer = route('Amirabad', 'Astrakhan')
    assert answer['method'] == 'computed' and 'not a track' in answer['note']
    assert [stop['code'] for stop in answer['found']] == ['place:amirabad', 'place:astrakhan'], answer['found']
    assert ids(answer) == ['volga-caspian'], ids(answer)
    assert 600 < answer['length_nm'] < 660, answer['length_nm']
    assert abs(answer['hours'] - answer['length_nm'] / 12) < 0.1
    assert len(answer['line']) > 10
    text = cli('route', 'Amirabad', 'Astrakhan').stdout
    assert 'volga-caspian' in text and 'not a track' in text and 'place:astrakhan' in text, text
    assert f"{answer['length_nm']:.1f} nautical miles" in text, text


def test_ends_are_found_by_name_code_uid_and_position():
    expected = route('place:vladivostok', 'place:rajin')
    for ends in (('Vladivostok', 'Rajin'), ('vladivostok', 'Najin'), ('RUVVO', 'KPRJN'),
                 ('131.88833,43.10889', '130.3, 42.23333'), ('Владивосток', '나진')):
        assert route(*ends)['line'] == expected['line'], ends
    assert route('NLRTM', 'Goteborg')['found'][0] == {
        'asked': 'NLRTM', 'name': 'Rotterdam', 'kind': 'port', 'code': 'NLRTM', 'is_far': False}
    # A name that several places bear is told of.
    noted = cli('route', 'Rotterdam', 'Goteborg').stderr
    assert 'Rotterdam: taken for NLRTM' in noted and 'other place' in noted, noted


def test_western_longitudes_are_no_options():
    answer = route('-70,41', '-20.5,30.1', '--via', '-60,40')
    assert [stop['asked'] for stop in answer['found']] == ['-70,41', '-60,40', '-20.5,30.1'], answer['found']
    assert [round(stop['asked'][0]) for stop in answer['stops']] == [-70, -60, -20], answer['stops']


def test_vias_in_order():
    answer = route('Vladivostok', 'Ust-Luga', '--via', 'Zhangjiagang,place:vung-tau', '--via', '103.8,1.2')
    assert [stop['code'] for stop in answer['found']] == ['place:vladivostok', 'place:zhangjiagang', 'place:vung-tau',
                                                          None, 'place:ust-luga'], answer['found']
    assert answer['length_nm'] >= route('Vladivostok', 'Ust-Luga')['length_nm'] - 0.1


def test_closing_and_opening():
    suez = route('Novorossiysk', 'place:kochi')
    around = route('Novorossiysk', 'place:kochi', '--avoid', 'suez')
    assert 'suez' in ids(suez) and 'suez' not in ids(around) and around['avoided'] == ['suez']
    assert around['length_nm'] > suez['length_nm'] + 1000
    south = route('RUMMK', 'Vladivostok')
    north = route('RUMMK', 'Vladivostok', '--open', 'nsr')
    assert 'northern-sea-route' in ids(north) and 'northern-sea-route' not in ids(south)
    assert north['opened'] == ['northern-sea-route'] and north['length_nm'] < south['length_nm'] / 2
    assert 'Opened: northern-sea-route' in cli('route', 'RUMMK', 'Vladivostok', '--open', 'nsr').stdout


def test_alternatives():
    ways = route('NLRTM', 'Vladivostok', '--alternatives')
    assert len(ways) == 3, len(ways)
    assert 'suez' in ids(ways[0]) and 'suez' not in ids(ways[1]) and 'northern-sea-route' in ids(ways[2])
    collection = json.loads(cli('route', 'NLRTM', 'Vladivostok', '--alternatives', '--geojson').stdout)
    assert collection['type'] == 'FeatureCollection' and len(collection['features']) == 3


def test_speed():
    slow, fast = route('Amirabad', 'Olya', '--speed', '7'), route('Amirabad', 'Olya', '--speed', '14')
    assert abs(slow['hours'] - 2 * fast['hours']) < 0.1
    for speed in ('0', '-3', 'nan', 'fast'):
        complaint('Amirabad', 'Olya', f'--speed={speed}', expect=2)


def test_geojson_is_cut_at_the_date_line():
    feature = json.loads(cli('route', '178.43,-18.13', '-157.87,21.3', '--geojson').stdout)
    assert feature['type'] == 'Feature' and feature['geometry']['type'] == 'MultiLineString'
    lines = feature['geometry']['coordinates']
    assert len(lines) == 2 and abs(lines[0][-1][0]) == 180 and lines[1][0][0] == -lines[0][-1][0]
    assert all(abs(lon) <= 180 for line in lines for lon, lat in line)


def test_bad_ends():
    for args, words in ((('Moscow', 'Rajin'), ('Stop 1 lies ', ' nautical miles (', ' km) from the nearest water', '100 km')),
                        (('0,90', 'Rajin'), ('pole',)),
                        (('NaN,5', 'Rajin'), ('no position on Earth',)),
                        (('5,95', 'Rajin'), ('no position on Earth',)),
                        (('Rajin', 'Rajin'), ('same place',)),
                        (('Rajinn', 'Vladivostok'), ('Rajinn', 'place:rajin')),
                        (('Rajin', 'Vladivostk'), ('place:vladivostok',)),
                        (('Qqqqqqqq', 'Rajin'), ('LON,LAT',)),
                        (('place:nowhere', 'Rajin'), ('no such object',)),
                        (('vessel:lady-r', 'Rajin'), ('no position',)),
                        (('', 'Rajin'), ('LON,LAT',))):
        text = complaint(*args, expect=1)
        for word in words:
            assert word in text, (args, word, text)


def test_sealed_seas_tell_what_opens_them():
    text = complaint('Amirabad', 'Istanbul', '--avoid', 'volga-caspian', expect=1)
    assert 'open one of: Volga–Caspian Channel (volga-caspian)' in text, text
    text = complaint('Novorossiysk', 'Tartus', '--avoid', 'bosporus,volga-don', expect=1)
    assert 'bosporus' in text.split('open', 1)[1], text


def test_wrong_usage():
    for typed, meant in (('suezz', 'use one of: suez (Suez Canal).'), ('Dardanelle', 'use one of: dardanelles ('),
                         ('Суэцкий', 'use one of: suez ('), ('Suez', 'use one of: suez ('), ('x', ', panama, ')):
        assert meant in complaint('Rajin', 'Olya', '--avoid', typed, expect=2), typed
    assert ', panama, ' in complaint('Rajin', 'Olya', '--open', 'x', expect=2)
    for args in ((), ('Rajin',), ('Rajin', 'Olya', 'Kochi'), ('Rajin', 'Olya', '--sail'),
                 ('--batch', 'x.tsv', 'Rajin'), ('--batch', 'x.tsv', '--via', 'Rajin'),
                 ('--batch', 'x.tsv', '--geojson'), ('--batch', 'x.tsv', '--avoid', 'nowhere')):
        complaint(*args, expect=2)
    assert 'either' in cli('--json', 'route', 'Rajin', 'Olya', '--geojson', expect=2).stderr


BATCH = '''# a comment
a\t4\t52\t103.8\t1.2
b\tx\t1\t2\t3
c\t37.6\t55.75\t4\t52
d\t178.43\t-18.13\t-157.87\t21.3
e\t1\t2\t3
'''


def test_batch():
    path = WORK / 'pairs.tsv'
    path.write_text(BATCH)
    done = cli('route', '--batch', path, expect=1)
    rows = [line.split('\t') for line in done.stdout.splitlines()]
    assert [row[0] for row in rows] == ['a', 'd'] and all(len(row) == 6 for row in rows), rows
    assert 'suez' in rows[0][2].split(',') and rows[1][2] == ''
    for row in rows:
        nm, from_km, to_km = float(row[1]), float(row[3]), float(row[4])
        assert nm > 0 and from_km >= 0 and to_km >= 0
        points = [tuple(map(float, pair.split())) for pair in re.fullmatch(r'LINESTRING \((.*)\)', row[5])[1].split(', ')]
        length = sum(measure(*leg) for leg in zip(points, points[1:]))
        assert abs(length - nm) < 0.5, (length, nm)
        assert all(abs(b[0] - a[0]) < 180 for a, b in zip(points, points[1:]))
    errors = done.stderr.splitlines()
    assert [re.search(r'line (\d+): ', line)[1] for line in errors] == ['3', '4', '6'], errors
    assert all(line.startswith(f'rutter-cli: route: {path}, line ') for line in errors)
    assert cli('route', '--batch', '-', stdin=BATCH, expect=1).stdout == done.stdout
    answers = json.loads(cli('--json', 'route', '--batch', '-', stdin=BATCH, expect=1).stdout)
    assert [answer['name'] for answer in answers] == ['a', 'd']
    assert cli('route', '--batch', '-', stdin='').stdout == ''
    assert json.loads(cli('--json', 'route', '--batch', '-').stdout) == []
    named = cli('route', '--batch', '-', stdin='id\tfrom_lon\tfrom_lat\tto_lon\tto_lat\na\t4\t52\t5\t58\n').stdout
    assert named.splitlines()[0].split('\t') == ['id', 'nm', 'passages', 'snap_from_km', 'snap_to_km', 'line']
    cli('route', '--batch', WORK / 'missing.tsv', expect=1)


def test_batch_is_the_single_way_in_the_order_of_the_file():
    pairs = [(f'{i}', -30 + i % 40, 40 - i % 50, 60 + i % 7, -20 + i % 5) for i in range(300)]
    text = ''.join('\t'.join(map(str, pair)) + '\n' for pair in pairs)
    done = cli('route', '--batch', '-', stdin=text, expect=1)
    got = [line.split('\t')[0] for line in done.stdout.splitlines()]
    failed = [int(re.search(r'line (\d+): ', line)[1]) - 1 for line in done.stderr.splitlines()]
    assert sorted(map(int, got)) == list(map(int, got)) and len(got) + len(failed) == 300
    assert set(map(int, got)).isdisjoint(failed) and len(got) > 150, len(got)
    first = pairs[int(got[0])]
    answer = route(f'{first[1]},{first[2]}', f'{first[3]},{first[4]}')
    assert f"{answer['length_nm']:.2f}" == done.stdout.splitlines()[0].split('\t')[1]


def measure(a, b):
    """Great circle, nautical miles on the sphere of the IUGG's mean radius."""
    lon1, lat1, lon2, lat2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371008.8 * math.asin(math.sqrt(h)) / 1852


def test_numbers_have_a_point_in_every_language():
    plain = cli('route', 'Amirabad', 'Olya').stdout
    figures = re.findall(r'\d+\.\d+', plain)
    for language in LANGUAGES:
        assert re.findall(r'\d+\.\d+', cli('route', 'Amirabad', 'Olya', language=language).stdout) == figures, language
        assert route('Amirabad', 'Olya', language=language) == route('Amirabad', 'Olya'), language


def test_passages_are_listed():
    rows = [line.split('\t') for line in cli('list', 'passages').stdout.splitlines()]
    passages = json.loads(cli('--json', 'list', 'passages').stdout)
    assert [row[0] for row in rows] == [passage['id'] for passage in passages]
    shut = {passage['id'] for passage in passages if passage['shut']}
    assert {'northern-sea-route', 'northwest-passage'} <= shut and 'suez' not in shut
    assert {row[0] for row in rows if row[2] == 'shut'} == shut


def test_the_chart_is_kept_and_a_damaged_one_is_not_trusted():
    kept = list((WORK / 'cache').rglob('*'))
    assert any(path.is_file() for path in kept), kept
    chart = next(path for path in kept if path.is_file())
    before = route('Amirabad', 'Olya')
    chart.write_bytes(chart.read_bytes()[:1000] + b'damaged' * 100)
    assert route('Amirabad', 'Olya') == before
    shutil.rmtree(WORK / 'cache')
    (WORK / 'cache').write_text('not a folder')
    assert route('Amirabad', 'Olya') == before
    (WORK / 'cache').unlink()


try:
    tap.run([value for name, value in sorted(globals().items()) if name.startswith('test_')])
finally:
    shutil.rmtree(WORK, ignore_errors=True)
