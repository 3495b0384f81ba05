#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs rutter-cli as a person or a script would: test-cli.py PROGRAM STARTER.gpkg"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

import tap

PROGRAM, STARTER = sys.argv[1], sys.argv[2]
WORK = pathlib.Path(tempfile.mkdtemp(prefix='rutter-cli-'))


def cli(*args, expect=0, home=None):
    """Runs the program without a display, a session bus or a home of the user's."""
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(home or WORK / 'home'), 'LC_ALL': 'C.UTF-8',
           'G_DEBUG': 'fatal-warnings'}
    if 'LSAN_OPTIONS' in os.environ:
        env['LSAN_OPTIONS'] = os.environ['LSAN_OPTIONS']
    done = subprocess.run([PROGRAM, *map(str, args)], capture_output=True, text=True, env=env, timeout=60)
    assert done.returncode == expect, (args, done.returncode, done.stderr)
    assert done.returncode == 0 or done.stderr.startswith('rutter-cli: ') or expect == 2, done.stderr
    return done


def listed(what):
    return json.loads(cli('--catalog', STARTER, '--json', 'list', what).stdout)


def test_counts_of_every_table():
    expected = {'vessels': 91, 'transfers': 22, 'routes': 16, 'hubs': 10, 'regimes': 16, 'events': 89,
                'sources': 235, 'actors': 20}
    for what, count in expected.items():
        rows = listed(what)
        assert len(rows) == count, (what, len(rows))
        assert len({row['uid'] for row in rows}) == count, what
    parties = listed('parties')
    assert len([p for p in parties if p['party_kind'] != 'actor']) == 54
    places = [p for p in listed('places') if p['place_kind'] != 'anchor']
    assert len(places) == 78, len(places)


def test_seed_claims():
    claims = {claim['uid']: claim for claim in listed('claims')}
    objects = set()
    for what in ('parties', 'vessels', 'places', 'routes', 'transfers', 'events', 'hubs', 'regimes', 'relations',
                 'topics', 'listings', 'links'):
        objects |= {row['uid'] for row in listed(what)}
    for number in range(1, 97):
        claim = claims[f'C{number:03}']
        assert claim['kind'] == 'seed'
        assert claim['subject'] in objects, claim['subject']
        assert claim['statement'] and claim['status']
        assert 'hedge' in claim and 'date' in claim
        supports = [c['source'] for c in claim['sources'] if c['stance'] == 'supports']
        assert 'source:SEED' in supports, claim['uid']
        assert any(c['locator'] for c in claim['sources'] if c['source'] == 'source:SEED'), claim['uid']
    for uid, claim in claims.items():
        assert claim['sources'], uid


def test_differences_stand_side_by_side():
    claims = {claim['uid']: claim for claim in listed('claims')}
    for number in range(1, 19):
        assert claims[f'D{number:02}']['kind'] == 'discrepancy'
    other = [c['claim'] for c in claims['C038']['contradicted_by']]
    assert any(uid.startswith('D') for uid in other), other


def test_lady_r():
    text = cli('--catalog', STARTER, 'show', 'vessel:lady-r').stdout
    assert "Simon's Town" in text
    assert 'enied by' in text
    assert '9161003' in text
    shown = json.loads(cli('--catalog', STARTER, '--json', 'show', 'vessel:lady-r').stdout)
    assert shown['object']['uid'] == 'vessel:lady-r'
    assert shown['claims'] and shown['sections']


def test_show_every_object():
    # One call per kind: each must have a dossier; a thousand calls would only cost time.
    for what in ('actors', 'parties', 'vessels', 'places', 'routes', 'transfers', 'events', 'hubs', 'listings',
                 'links', 'regimes', 'relations', 'topics', 'sources'):
        row = listed(what)[0]
        text = cli('--catalog', STARTER, 'show', row['uid']).stdout
        assert row['title'] in text, row['uid']


def test_time_narrows_lists():
    everything = {row['uid'] for row in listed('events')}
    kept = {}
    for window in ('2022', '2023-01/2023-12-31', '../2021', '2022/..'):
        rows = json.loads(cli('--catalog', STARTER, '--json', 'list', '--time', window, 'events').stdout)
        kept[window] = {row['uid'] for row in rows}
        assert kept[window] < everything, window
        for row in rows:
            assert row['claims'], row['uid']
    assert kept['2022'] < kept['2022/..']
    claims = cli('--catalog', STARTER, 'list', 'claims', '--time=2022', '--layers', 'caspian', '--actors', 'IR').stdout
    assert 0 < len(claims.splitlines()) < len(listed('claims'))


def test_as_of_judges_listings():
    listing = next(row for row in listed('listings') if row['subject'] == 'vessel:lady-r')
    assert listing['earliest'] == '2022-05-08', listing
    before = ' '.join(cli('--catalog', STARTER, 'show', '--as-of', '2021-10-06', 'vessel:lady-r').stdout.split())
    assert 'not yet listed on 6 October 2021; listed 214 days later' in before, before
    after = cli('--catalog', STARTER, 'show', 'vessel:lady-r', '--as-of', '2023').stdout
    after = ' '.join(after.split())
    assert 'entry 37095 (listed on 31 December 2023' in after, after
    assert 'not yet listed on 31 December 2023; listed 93 days later' in after, after
    shown = json.loads(cli('--catalog', STARTER, '--json', 'show', '--time', '../2021-10-06', listing['uid']).stdout)
    assert shown['object']['as_of'].startswith('not yet listed on 6 October 2021')
    assert listing['uid'] not in cli('--catalog', STARTER, 'list', '--as-of', '2021-10-06', 'listings').stdout


def search(*words, expect=0):
    return json.loads(cli('--catalog', STARTER, '--json', 'search', *words, expect=expect).stdout)


def best(*words):
    hit = search(*words)['groups'][0]['hits'][0]
    return hit['uid'], hit['rule']


def test_search_finds_the_same_vessel_in_any_writing():
    for words, rule in (('Lady R', 'name'), ('lady-r', 'name'), ('LADYR', 'name'), ('9161003', 'identifier'),
                        ('IMO 9161003', 'identifier'), ('37095', 'identifier'), ('Ladi R', 'typo'),
                        ('Леди Р', 'sounds-like'), ('레이디 알', 'sounds-like')):
        assert best(words) == ('vessel:lady-r', rule), (words, best(words))


def test_search_finds_places_by_names_the_catalogue_lacks():
    for words, uid, rule in (('KPRJN', 'place:rajin', 'identifier'), ('라진', 'place:rajin', 'typo'),
                             ('나진', 'place:rajin', 'name'), ('羅津', 'place:rajin', 'sounds-like'),
                             ('امیرآباد', 'place:amirabad', 'typo'),
                             ('بندر امیرآباد', 'place:amirabad', 'sounds-like'),
                             ('Махачкала', 'place:makhachkala', 'name')):
        assert best(words) == (uid, rule), (words, best(words))


def test_search_finds_the_names_of_the_map_after_the_objects():
    for words, name, kind, rule in (('Shanghai', 'Shanghai', 'city', 'name'),
                                    ('تنگه هرمز', 'Strait of Hormuz', 'strait', 'name'),
                                    ('Hormuz', 'Strait of Hormuz', 'strait', 'words')):
        hit = [g for g in search(words)['groups'] if g['kind'] == 'ground'][0]['hits'][0]
        assert (hit['title'], hit['place_kind'], hit['rule'], hit['uid']) == (name, kind, rule, None), hit
        assert -180 <= hit['lon'] <= 180 and -90 <= hit['lat'] <= 90
    for words in ('라진', 'Rajin'):
        kinds = [g['kind'] for g in search(words)['groups']]
        assert kinds[0] == 'place' and kinds.count('ground') == 1, kinds
    text = cli('--catalog', STARTER, 'search', 'shanghai').stdout
    assert 'On the map\n  121.45800, 31.22200\tShanghai\tname\tcity, CN: Shanghai\n' in text, text


def test_search_in_persian_ends_with_what_sounds_alike():
    groups = search('لیدی آر')['groups']
    assert groups[-1]['sounds_like'] and groups[-1]['hits'][0]['uid'] == 'vessel:lady-r', groups


def test_search_tells_what_matched():
    found = search('Maia', '--limit', '2')
    assert found['words'] == 'Maia' and found['found'] == sum(g['found'] for g in found['groups'])
    group = found['groups'][0]
    assert group['kind'] == 'vessel' and len(group['hits']) <= 2 and not group['sounds_like']
    hit = group['hits'][0]
    assert hit['uid'] == 'vessel:maia-1' == hit['object'] and hit['title'] == 'Maia-1'
    assert hit['match'] == {'what': 'title', 'text': 'Maia-1', 'spans': [[0, 4]]}, hit
    assert hit['rule'] == 'name' or hit['rule'] == 'prefix'
    text = cli('--catalog', STARTER, 'search', 'maia').stdout
    assert 'vessel:maia-1\tMaia-1\tprefix\ttitle: [Maia]-1\n' in text, text
    claims = [g for g in search('containers', 'Vostochny')['groups'] if g['kind'] == 'claim'][0]
    assert all('Vostochny' in hit['match']['text'] for hit in claims['hits'])


def test_search_obeys_the_filter():
    every = {h['uid'] for g in search('Pegas', '--limit', '100')['groups'] for h in g['hits']}
    early = {h['uid'] for g in search('Pegas', '--limit', '100', '--time', '1985/2000')['groups'] for h in g['hits']}
    assert 'event:pegas-impound-2022' in every - early and early < every, (early, every)


def test_search_that_finds_nothing():
    done = cli('--catalog', STARTER, 'search', '9161004', expect=1)
    assert done.stdout == '' and 'nothing was found' in done.stderr
    assert search('qqqq', expect=1) == {'words': 'qqqq', 'found': 0, 'groups': []}
    for wrong in ([], [''], ['x', '--limit', '0'], ['x', '--limit', 'many'], ['x', '--layers', 'nope'], ['--nope']):
        cli('--catalog', STARTER, 'search', *wrong, expect=2)


def test_figure_png():
    path = WORK / 'figure.png'
    cli('--catalog', STARTER, 'figure', '--size', '800x500', '-o', path)
    data = path.read_bytes()
    assert data.startswith(b'\x89PNG')
    assert int.from_bytes(data[16:20], 'big') == 800 and int.from_bytes(data[20:24], 'big') == 500


def test_figure_svg():
    path = WORK / 'figure.svg'
    cli('--catalog', STARTER, 'figure', '--bbox', '45,36,55,48', '--layers', 'caspian', '--title', 'The <Caspian> run',
        '-o', path)
    text = path.read_text()
    assert '<title>The &lt;Caspian&gt; run</title>' in text
    assert '<desc>' in text and 'Caspian shipments' in text
    assert '<path' in text
    assert '<image' not in text, 'a vector figure holds no picture'


def test_figure_pdf_has_text_and_sources():
    if shutil.which('pdftotext') is None:
        raise tap.Skip('pdftotext is not installed')
    path = WORK / 'figure.pdf'
    cli('--catalog', STARTER, 'figure', '--center', '51,41', '--zoom', '4.5', '--theme', 'print', '-o', path)
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    for words in ('Caspian shipments', 'Official accusation', 'GSHHG', 'Sources of what the figure shows', 'km', 'data to'):
        assert words in text, words
    images = subprocess.run(['pdfimages', '-list', path], capture_output=True, text=True, check=True).stdout
    assert len(images.splitlines()) <= 2, images


def test_figure_that_cannot_be_written():
    done = cli('--catalog', STARTER, 'figure', '-o', WORK / 'nowhere' / 'x.png', expect=1)
    assert 'nowhere' in done.stderr
    assert not (WORK / 'nowhere').exists()


def test_wrong_usage():
    for args in ((), ('sail',), ('list',), ('list', 'secrets'), ('show',), ('figure',), ('figure', '-o', 'x.doc'),
                 ('figure', '--layers', 'gossip', '-o', 'x.png'), ('figure', '--center', '200,0', '-o', 'x.png'),
                 ('figure', '--bbox', '1,2,3', '-o', 'x.png'), ('figure', '--size', '9x9', '-o', 'x.png'),
                 ('figure', '--time', '2022-13', '-o', 'x.png'), ('figure', '--actors', 'ZZ', '-o', 'x.png'),
                 ('ais',), ('ais', 'sing'), ('ais', 'decode', '--loud'), ('ais', 'decode', 'a', 'b'),
                 ('--catalog',), ('list', 'events', '--time', '2022-13'), ('list', 'events', 'hubs'),
                 ('list', 'events', '--time', '2022/2023', '--as-of', '2023-05'), ('show', '--as-of', 'now', 'hub:x'),
                 ('list', 'events', '--time', '2022/..', '--as-of', '2021'), ('list', '--layers', 'gossip', 'hubs')):
        done = cli(*args, expect=2)
        assert done.stderr, args
        assert not done.stdout, args


AIS = pathlib.Path(__file__).parent / 'data' / 'ais'


def test_ais_as_json_lines():
    expected = (AIS / 'known.expected').read_text(encoding='ascii')
    done = cli('ais', 'decode', AIS / 'known.nmea')
    assert done.stdout == expected and not done.stderr, done.stderr
    for line in expected.splitlines():
        assert json.loads(line)['class'] == 'AIS'
    with open(AIS / 'malformed.nmea', 'rb') as sentences:
        done = subprocess.run([PROGRAM, 'ais', 'decode', '-'], stdin=sentences, capture_output=True, timeout=60)
    assert done.returncode == 0 and done.stdout == (AIS / 'malformed.expected').read_bytes()
    assert b'standard input: left out as damaged or unknown: 47' in done.stderr, done.stderr


def test_ais_counts():
    text = dict(line.split('\t') for line in cli('ais', 'decode', '--count', AIS / 'malformed.nmea').stdout.splitlines())
    counts = json.loads(cli('--json', 'ais', 'decode', AIS / 'malformed.nmea', '--count').stdout)
    assert counts['messages'] == sum(counts['types'].values()) == int(text['messages']) == 27
    assert counts['bad_checksum'] == 2 and counts['no_checksum'] == 2 and counts['bad_tags'] == 1
    assert int(text['type_6']) == counts['types']['6'] == 9


def test_ais_that_cannot_be_read():
    (WORK / 'noise').write_bytes(bytes(range(256)) * 4000)
    for path in (WORK / 'nowhere', WORK, WORK / 'noise', '/dev/null'):
        done = cli('ais', 'decode', path, expect=1)
        assert str(path) in done.stderr and not done.stdout, done.stderr
    with open('/dev/full', 'w') as full:
        done = subprocess.run([PROGRAM, 'ais', 'decode', AIS / 'known.nmea'], stdout=full, stderr=subprocess.PIPE,
                              timeout=60)
    assert done.returncode == 1 and b'standard output' in done.stderr, done.stderr


def simulate(*args, expect=0):
    return cli('--catalog', STARTER, 'ais', 'simulate', *args, expect=expect)


def test_simulated_log():
    log, again, other = WORK / 'a.nmea', WORK / 'b.nmea', WORK / 'c.nmea'
    done = simulate('-o', log, '--vessels', 300, '--seconds', 31, '--like', 'vessel:lady-r')
    simulate('-o', again, '--vessels', 300, '--seconds', 31, '--like', 'vessel:lady-r')
    simulate('-o', other, '--vessels', 300, '--seconds', 31, '--like', 'vessel:lady-r', '--seed', 2)
    assert log.read_bytes() == again.read_bytes() != other.read_bytes()
    messages = [json.loads(line) for line in cli('ais', 'decode', log).stdout.splitlines()]
    assert f'messages: {len(messages)};' in done.stderr, done.stderr
    assert all(str(m['mmsi']).zfill(9).startswith(('799', '99799', '00799', '111799')) for m in messages)
    names = {m.get('shipname') or m.get('name') for m in messages} - {None}
    assert all(name.startswith('SIMULATED ') for name in names), names
    assert {m['shipname'] for m in messages if m.get('imo')} == {'SIMULATED LADY R'}
    assert {m['imo'] for m in messages if m.get('imo')} == {9161003}
    times = [m['time'] for m in messages]
    assert times == sorted(times) and times[0] == 1767225600 and times[-1] <= 1767225631
    piped = simulate('-o', '-', '--vessels', 300, '--seconds', 31, '--like', '9161003').stdout
    assert piped.splitlines() == log.read_text().splitlines()


def read_all(port, into):
    with socket.create_connection(('127.0.0.1', port), timeout=60) as connection:
        while received := connection.recv(65536):
            into.append(received)


def test_simulated_traffic_is_served_whole():
    program = subprocess.Popen([PROGRAM, '--catalog', STARTER, '--json', 'ais', 'simulate', '--vessels', '500',
                                '--listen', 'tcp://127.0.0.1:0', '--wait-for', '2', '--rate', '3000', '--seconds', '1'],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    port = int(re.search(r'tcp://127\.0\.0\.1:(\d+)', program.stderr.readline()).group(1))
    received = [], []
    clients = [threading.Thread(target=read_all, args=(port, into)) for into in received]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    out, err = program.communicate(timeout=60)
    assert program.returncode == 0, err
    told = json.loads(out)
    first, second = (b''.join(into) for into in received)
    assert first == second and len(first) == told['bytes']
    assert told['messages'] == 3001 and told['clients'] == 2 and told['cut'] == 0, told
    (WORK / 'served.nmea').write_bytes(first)
    counts = json.loads(cli('--json', 'ais', 'decode', '--count', WORK / 'served.nmea').stdout)
    assert counts['messages'] == told['messages'] and counts['lines'] == counts['sentences']


def test_simulated_traffic_stays_here():
    for where in ('tcp://0.0.0.0:10110', 'tcp://192.0.2.1:10110', 'tcp://example.org:10110'):
        done = simulate('--listen', where, expect=1)
        assert 'this machine' in done.stderr and not done.stdout, done.stderr
    done = simulate('--send', 'udp://192.0.2.1:10110', expect=1)
    assert 'this machine' in done.stderr, done.stderr
    for wrong in (('--listen', 'udp://127.0.0.1:9'), ('--send', 'tcp://127.0.0.1:0'), ('--listen', 'here'),
                  ('--like', 'vessel:flying-dutchman'), ('-o', WORK / 'nowhere' / 'x')):
        assert simulate(*wrong, expect=1).stderr, wrong
    for usage in (('--vessels', '0'), ('--vessels', '1000000'), ('--rate', '-1'), ('--speed', 'nan'), ('--from', 'dawn'),
                  ('-o', 'x', '--listen', 'tcp://127.0.0.1:0'), ('now',), ('--loud',)):
        assert simulate(*usage, expect=2).stderr, usage
    assert not pathlib.Path('x').exists()


def test_nothing_has_this_uid():
    done = cli('--catalog', STARTER, 'show', 'vessel:flying-dutchman', expect=1)
    assert 'flying-dutchman' in done.stderr and len(done.stderr.splitlines()) == 1


def test_bad_catalogues_are_refused_and_left_alone():
    starter = pathlib.Path(STARTER).read_bytes()
    bad = {'empty.gpkg': b'', 'text.gpkg': b'hello, world\n' * 100, 'cut.gpkg': starter[:len(starter) // 2],
           'header.gpkg': starter[:100], 'picture.gpkg': (WORK / 'figure.png').read_bytes()}
    for name, data in bad.items():
        path = WORK / name
        path.write_bytes(data)
        before = sorted(p.name for p in WORK.iterdir())
        done = cli('--catalog', path, 'list', 'claims', expect=1)
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert name in done.stderr, done.stderr
        assert path.read_bytes() == data
        assert sorted(p.name for p in WORK.iterdir()) == before
    done = cli('--catalog', WORK / 'missing.gpkg', 'list', 'claims', expect=1)
    assert 'missing.gpkg' in done.stderr
    assert not (WORK / 'missing.gpkg').exists()


def test_the_starter_is_not_changed():
    before = hashlib.sha256(pathlib.Path(STARTER).read_bytes()).hexdigest()
    cli('--catalog', STARTER, 'list', 'layers')
    assert hashlib.sha256(pathlib.Path(STARTER).read_bytes()).hexdigest() == before
    assert not list(pathlib.Path(STARTER).parent.glob('starter.gpkg-*'))


def test_check_finds_nothing_in_the_starter():
    done = cli('--catalog', STARTER, 'check')
    assert not re.search(r'\berror\b', done.stdout), done.stdout


def test_help_lists_every_verb():
    text = cli('--help').stdout
    assert cli('ais', 'simulate', '--help').stdout == text == cli('route', '-h').stdout
    for verb in ('list', 'show', 'search', 'check', 'figure'):
        assert f'  {verb} ' in text
    assert cli('--version').stdout.startswith('rutter-cli ')


try:
    tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
finally:
    shutil.rmtree(WORK, ignore_errors=True)
