#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-strings.py ROOT: finds strings for people that nobody can translate.

In C, a literal that reads like prose, or that is handed to a function which shows its argument, stands in _(),
N_(), C_(), NC_() or ngettext(). What is not for people (SQL, names of things, what a program reads) is told apart
by the function that takes it, by its form, or by the comment "untranslated" on its line or the line before the
statement. In .ui files every text has translatable="yes" or "no". Each file with marked strings is in
po/POTFILES, and each language of po/LINGUAS is complete, without fuzzy entries and with formats that agree. The
starter's words that are shown translated are all known to the table that translates them."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

# Builders speak to whoever builds; what routing says is not marked yet.
LEFT_OUT = {'builders', 'routing'}
# So does the starter compiler, which runs at build time.
FOR_BUILDERS = re.compile(r'src/catalog/rutter-starter\w*(-\w+)*\.c')
# The names that other programs give to fields.
FOR_PROGRAMS = re.compile(r'src/ais/rutter-ais-(fields|json(-\w+)*)\.c')

MARKS = {'_', 'N_', 'C_', 'NC_', 'ngettext', 'g_dngettext', 'g_dpgettext2'}
# Calls whose words are for a log, a database, or another program.
SILENT = re.compile(r'''g_(debug|info|warning|message|critical|error|log\w*|assert\w*|return_\w+|test_\w+)|
    g_(getenv|setenv|build_filename|str_has_(prefix|suffix)|strcmp0|object_(new|get|set|class\w*|notify)|
    param_spec_\w+|signal_\w+|type_\w+|intern_static_string|quark_\w+|settings_\w+|key_file_\w+|
    file_info_\w+|themed_icon_new|action_\w+|simple_action_\w+|variant_\w+|strv_contains|regex_\w+|
    date_time_(new|format)\w*|ascii_formatd|application_\w*option\w*_id)|
    str(cmp|ncmp|chr|str|len|spn|cspn)|memcmp|sscanf|setlocale|bind\w*domain|textdomain|
    sqlite3_\w+|soup_message_headers_\w+|rutter_db_\w+|rutter_connection_\w+|rutter_statement_\w+|json_\w+|
    cairo_\w+|gtk_widget_class_\w+|gtk_widget_(add|remove|has)_css_class|
    gtk_(application_set_accels|builder|css)\w*|set_accels|gdk_\w+|pango_font_\w+|utrans_\w+|
    G_DEFINE\w*|G_DECLARE\w*|defined|prepare|execute|run_sql|check_sql''', re.X)
# Calls that show what they are handed: there one lower-case word is prose too.
SHOWING = re.compile(r'''(adw|gtk)_\w+_(set_(title|subtitle|label|text|markup|tooltip_text|description|
    placeholder_text|heading|body)|new_with_(label|mnemonic))|adw_toast_new\w*|
    gtk_(label|button)_new|g_set_error(_literal)?|g_error_new(_literal)?|g_prefix_error|
    rutter_cli_complain|g_print(err)?|rutter_dossier_writer_(add|take|begin)''', re.X)
SQL = re.compile(r'[\s(|]*(\',\'[ |]*)?(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|ATTACH|DETACH|WITH|ALTER|BEGIN|COMMIT|ROLLBACK|'
                 r'SAVEPOINT|RELEASE|VACUUM|REINDEX|ANALYZE|FROM|WHERE|AND|OR|ORDER|GROUP|JOIN|LEFT|LIMIT|UNION|VALUES|quote|coalesce|EXISTS|NOT|CASE|WHEN|ELSE|END)\b')
FORMAT = re.compile(r"%[-+ #0']*(\d+|\*)?(\.(\d+|\*))?(hh|h|ll|l|z|j|t)?[diouxXeEfgGscp%]")
PROSE = re.compile(r'[^\W\d_]{2,}[,;:.!?)”"]* [^\W\d_%]|[^\W\d_] [^\W\d_]{2,}|[%)] [^\W\d_]{2,} %|[^\W\d_]{2,} [%“]|^[A-Z][a-z]{2,}[ ,.:;!?-]|^[A-Z][a-z]{2,}$|[^\W\d_]{2,}[.!?] ?$|^[;,(] ?[a-z]{4,}')
# What is called so in every language: keys, licences, libraries, the program with its version.
NAMES = {'Escape', 'Unicode License', 'GTK, libadwaita, libshumate, GLib, Pango', 'Rutter %',
         'Creative Commons Attribution 4.0 International (https://creativecommons.org/licenses/by/4.0/)'}
# Names of types, files, addresses, media types: one word that a machine reads.
NAME = re.compile(r'(Rutter|Gtk|Adw|Gdk|Gsk|Shumate)\w*$|(Sans|Cantarell)[\w, ]*$|\S*[/_@=]\S*$|\S+\.\w{2,5}$')

TOKEN = re.compile(r'''(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<string>"(?:\\.|[^"\\])*")|(?P<char>'(?:\\.|[^'\\])+')|
    (?P<word>\w+)|(?P<newline>\n)|(?P<other>[^\s])''', re.X | re.S)


def read_c(text):
    """Yields (line, text of adjacent literals, names of the calls around it, silenced)."""
    line, calls, last_word, pending, statement = 1, [], '', None, 1
    silenced = {number for number, content in enumerate(text.split('\n'), 1) if 'untranslated' in content}
    skip_to = None
    for match in TOKEN.finditer(text):
        kind, value = match.lastgroup, match.group()
        first = line
        line += value.count('\n')
        if skip_to is not None:             # a preprocessor line that is no #define
            if kind == 'newline':
                skip_to = None
            continue
        if kind in ('comment', 'newline'):
            continue
        if kind == 'string':
            pending = (pending[0], pending[1] + value[1:-1], pending[2]) if pending else (first, value[1:-1], statement)
            continue
        if kind == 'word' and pending and re.fullmatch(r'PRI\w+|G_G\w+_(FORMAT|MODIFIER)|GETTEXT_PACKAGE|RUTTER_VERSION', value):
            pending = (pending[0], pending[1] + '%d', pending[2])
            continue
        if pending:
            number, content, begun = pending
            lines = {number, number - 1, begun - 1, begun, first}
            yield number, content, list(calls), bool(lines & silenced)
            pending = None
        if kind == 'word':
            last_word = value
            if value in ('include', 'error', 'pragma') and text[:match.start()].rstrip(' ').endswith('#'):
                skip_to = line
        elif value == '(':
            calls.append(last_word)
            last_word = ''
        elif value == ')':
            if calls:
                calls.pop()
            last_word = ''
        else:
            if value in ';{}':
                statement = line + 1
            last_word = ''


def is_prose(content, calls):
    plain = FORMAT.sub('%', content.replace('\\n', ' ').replace('\\"', '"')).strip()
    if not re.search(r'[^\W\d_]', plain) or SQL.match(plain) or NAME.fullmatch(plain) or plain in NAMES:
        return False
    if calls and SHOWING.fullmatch(calls[-1]) and re.search(r'[^\W\d_]{2,} |[A-Z][a-z]', plain):
        return True
    return PROSE.search(plain) is not None


def check_c(path):
    marked = False
    for line, content, calls, silenced in read_c(path.read_text(encoding='utf-8')):
        if any(call in MARKS for call in calls[-2:]):
            marked = True
        elif not silenced and not any(SILENT.fullmatch(call) for call in calls) and is_prose(content, calls):
            yield line, f'not translatable: "{content}"'
    if marked and 'gi18n-lib.h' not in path.read_text(encoding='utf-8'):
        yield 1, 'strings are marked, but <glib/gi18n-lib.h> is not included'


UI_TEXTS = {'title', 'subtitle', 'label', 'tooltip-text', 'placeholder-text', 'description', 'text', 'heading', 'body',
            'help-text', 'value-text'}


def check_ui(path):
    tree = xml.etree.ElementTree.parse(path)
    for element in tree.iter():
        name = element.get('name', '').replace('_', '-')
        is_text = element.tag == 'property' and name in UI_TEXTS or element.tag == 'attribute' and name == 'label'
        if is_text and element.get('translatable') not in ('yes', 'no') and re.search(r'[^\W\d_]', element.text or ''):
            if element.get('bind-source') is None and not list(element):
                yield 1, f'{element.tag} {name} without translatable: "{element.text}"'


def check_po(root, language):
    path = root / 'po' / f'{language}.po'
    found = subprocess.run(['msgfmt', '--check', '--statistics', '-o', '/dev/null', path], capture_output=True, text=True,
                           env={'PATH': '/usr/bin:/bin', 'LC_ALL': 'C'})
    if found.returncode != 0 or re.search('fuzzy|untranslated', found.stderr):
        yield path, 1, found.stderr.strip()
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder, 'rutter.pot')
        subprocess.run(['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
                        '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--add-comments=Translators', '-f',
                        'po/POTFILES', '-o', pot], cwd=root, check=True, capture_output=True)
        found = subprocess.run(['msgcmp', '--use-untranslated', path, pot], capture_output=True, text=True,
                               env={'PATH': '/usr/bin:/bin', 'LC_ALL': 'C'})
        for line in found.stderr.splitlines():
            missing = re.search(r'POTFILES|rutter\.pot:(\d+): this message is used but not defined', line)
            if missing:
                before = pot.read_text(encoding='utf-8').splitlines()[:int(missing.group(1))]
                said = next(text for text in reversed(before) if text.startswith('msgid '))
                yield path, 1, f'missing in {language}: {said}'


def list_potfiles(root):
    """What has strings: C files with a mark, every .ui, and what a desktop reads."""
    for path in sorted((root / 'data').glob('*.in')):
        yield path.relative_to(root).as_posix()
    for path in sorted((root / 'src').rglob('*.c')):
        text = re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'), flags=re.S)
        if re.search(r'\b(_|N_|C_|NC_|ngettext|g_dngettext) ?\(\s*"', text):
            yield path.relative_to(root).as_posix()
    for path in sorted((root / 'ui').rglob('*.ui')):
        if 'translatable="yes"' in path.read_text(encoding='utf-8'):
            yield path.relative_to(root).as_posix()


# Words of the starter catalogue that people read translated, by table and column, and where they stand.
WORDS = {'event': 'kind', 'place': 'kind', 'organisation': 'kind', 'route': 'mode', 'vessel-name': 'kind', 'vessel': 'type',
         'transfer': 'category', 'regime': 'type', 'source': 'kind'}
TITLES = {('actor', 'title'): 'src/base/rutter-actor-name.c', ('layer', 'title'): 'src/base/rutter-vocabulary.c',
          ('layer', 'definition'): 'src/atlas/rutter-phrases-starter.c'}


def check_words(root):
    columns = {(table, column): 'src/base/rutter-word.c' for table, column in WORDS.items()} | TITLES
    for (table, column), source in columns.items():
        path = root / 'data/starter' / f'{table}.tsv'
        text = re.sub(r'"\s*\n\s*"', '', (root / source).read_text(encoding='utf-8'))
        lines = [line for line in path.read_text(encoding='utf-8').splitlines() if line and not line.startswith('#')]
        index = lines[0].split('\t').index(column)
        for value in sorted({line.split('\t')[index] for line in lines[1:]} - {''}):
            if f'"{value}"' not in text and f'"{value.replace("-", " ")}"' not in text:
                yield path, 1, f'{column} "{value}" is not among the words of {source}'


def check(root):
    yield from check_words(root)
    for path in sorted((root / 'src').glob('*/*.c')):
        name = path.relative_to(root).as_posix()
        if path.parent.name not in LEFT_OUT and not FOR_BUILDERS.fullmatch(name) and not FOR_PROGRAMS.fullmatch(name):
            yield from ((path, line, message) for line, message in check_c(path))
    for path in sorted((root / 'ui').rglob('*.ui')):
        yield from ((path, line, message) for line, message in check_ui(path))
    listed = [line for line in (root / 'po/POTFILES').read_text().splitlines() if line and not line.startswith('#')]
    for name in sorted(set(list_potfiles(root)) - set(listed)):
        yield root / 'po/POTFILES', 1, f'{name} has strings and is not listed'
    for name in sorted(set(listed) - set(list_potfiles(root))):
        yield root / 'po/POTFILES', 1, f'{name} is listed and has no strings'
    if shutil.which('msgfmt') and shutil.which('xgettext'):
        for language in (root / 'po/LINGUAS').read_text().split():
            yield from check_po(root, language)


if __name__ == '__main__':
    root = pathlib.Path(sys.argv[1]).resolve()
    count = 0
    for path, line, message in check(root):
        print(f'{path.relative_to(root)}:{line}: {message}')
        count += 1
    sys.exit(count > 0)
