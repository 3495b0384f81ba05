#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the programs in a Russian locale, made for the test: test-languages.py CLI STARTER.gpkg BUILDER STARTER-FOLDER

People read Russian; files and JSON are the same bytes as everywhere."""
import atexit
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

CLI, STARTER, BUILDER, TABLES, BASEMAP, PASSAGES = sys.argv[1:]
WORK = pathlib.Path(tempfile.mkdtemp(prefix='rutter-languages-'))
atexit.register(shutil.rmtree, WORK, ignore_errors=True)
RUSSIAN = 'ru_RU.UTF-8'


def make_locale():
    """glibc translates nothing in C.UTF-8 from 2.41 on, so it has to be a locale of a country."""
    folder = WORK / 'locale'
    folder.mkdir()
    for program in ('/usr/bin/localedef', '/usr/sbin/localedef'):
        if pathlib.Path(program).exists():
            made = subprocess.run([program, '-i', 'ru_RU', '-f', 'UTF-8', folder / RUSSIAN], capture_output=True)
            if (folder / RUSSIAN / 'LC_NUMERIC').exists() or made.returncode == 0:
                return folder
    return None


LOCALES = make_locale()


def run(*args, language='C', expect=0):
    if language != 'C' and LOCALES is None:
        raise tap.Skip('no locale can be made here: install locales')
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(WORK / 'home'), 'LC_ALL': language, 'G_DEBUG': 'fatal-warnings'}
    if LOCALES is not None:
        env['LOCPATH'] = str(LOCALES)
    done = subprocess.run([str(arg) for arg in args], capture_output=True, env=env, timeout=60)
    assert done.returncode == expect, (args, done.returncode, done.stderr)
    return done


def cli(*args, **options):
    return run(CLI, '--catalog', STARTER, *args, **options)


def test_json_is_the_same_everywhere():
    for args in (['list', 'layers'], ['list', 'vessels'], ['list', 'places'], ['list', 'claims'], ['list', 'transfers'],
                 ['list', 'listings', '--as-of', '2021-10-06'], ['show', 'vessel:lady-r'], ['show', 'place:amirabad'],
                 ['show', 'party:RU', '--as-of', '2022-03-01'], ['show', 'regime:us-eo14024'],
                 ['search', 'lady', 'r'], ['search', 'Амирабад'], ['check']):
        here = cli('--json', *args).stdout
        there = cli('--json', *args, language=RUSSIAN).stdout
        assert here and here == there, args


def test_the_starter_is_compiled_the_same_everywhere():
    made = []
    for language in ('C', RUSSIAN):
        path = WORK / f'starter-{language}.gpkg'
        run(BUILDER, TABLES, BASEMAP, PASSAGES, path, language=language)
        made.append(path.read_bytes())
    assert made[0] == made[1]


def test_people_read_russian():
    layers = cli('list', 'layers', language=RUSSIAN).stdout.decode()
    assert 'Маршруты поставок вооружений' in layers and 'Arms' not in layers
    text = cli('show', 'vessel:lady-r', language=RUSSIAN).stdout.decode()
    assert 'Судно, грузовое ро-ро' in text and 'Отрицает: ' in text
    # Content stays as it is, and so does what is typed.
    assert 'Lady R of munitions voyages' in re.sub(r'\s+', ' ', text) and '<vessel:lady-r>' in text
    assert re.search(r'\d° с\. ш\.', cli('show', 'place:amirabad', language=RUSSIAN).stdout.decode())
    assert 'Слои: transfers caspian' in run(CLI, '--help', language=RUSSIAN).stdout.decode()
    assert 'нет ничего с таким uid' in cli('show', 'vessel:none', language=RUSSIAN, expect=1).stderr.decode()


def test_plurals_and_dates():
    text = cli('show', 'listing:lady-r-us-ofac-2022', '--as-of', '2021-10-06', language=RUSSIAN).stdout.decode()
    flat = re.sub(r'\s+', ' ', text)
    assert 'на 6 октября 2021 г. ещё не внесено в список; внесено через 214 дней' in flat, flat
    text = cli('show', 'listing:lady-r-us-ofac-2022', '--as-of', '2022-05-07', language=RUSSIAN).stdout.decode()
    assert 'внесено через 1 день' in re.sub(r'\s+', ' ', text)


def test_numbers_of_people_and_of_files():
    text = cli('show', 'place:amirabad', language=RUSSIAN).stdout.decode()
    assert re.search(r'\d+,\d{4}°', text) and not re.search(r'\d+\.\d{4}°', text), text
    path = WORK / 'figure.svg'
    cli('figure', '--center', '51.5,41', '--zoom', '5', '--size', '500x400', '-o', path, language=RUSSIAN)
    svg = path.read_text(encoding='utf-8')
    assert 'Маршруты поставок вооружений' in svg
    for drawn in re.findall(r' d="([^"]*)"', svg)[:2000]:
        assert ',' not in drawn, drawn[:80]
    assert not re.search(r'(x|y|width|height|stroke-width)="\d+,\d', svg)


def test_the_map_has_russian_names():
    if shutil.which('pdftotext', path='/usr/bin:/bin') is None:
        raise tap.Skip('pdftotext is not installed: install poppler-utils')
    texts = {}
    for language in ('C', RUSSIAN):
        path = WORK / 'figure.pdf'
        cli('figure', '--center', '60,45', '--zoom', '4', '--size', '900x600', '--layers', 'ports', '-o', path,
            language=language)
        texts[language] = run('pdftotext', path, '-').stdout.decode().upper()
    for russian, english in (('КАЗАХСТАН', 'KAZAKHSTAN'), ('КАСПИЙСКОЕ МОРЕ', 'CASPIAN SEA'), ('ТУРКМЕНИСТАН', 'TURKMENISTAN')):
        assert russian in texts[RUSSIAN] and english in texts['C'], (russian, english)
        assert russian not in texts['C'], russian


tap.run([function for name, function in list(globals().items()) if name.startswith('test_')])
