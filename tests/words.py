# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says, in the language that it is driven in.

DRIVE_LOCALE names the locale, as ru_RU.UTF-8, English unless told; the messages are those that the build made, in
RUTTER_LOCALE_DIR. A driver asks for every name here by the English one, so the same steps are done in each language.
"""
import gettext
import os
import re

LOCALE = os.environ.get('DRIVE_LOCALE', 'C.UTF-8')
_LANGUAGE = LOCALE.split('_')[0]
# Enough numbers for every plural form of any language.
_SOME_NUMBERS = range(200)


def _messages(domain, folder, is_needed):
    if LOCALE == 'C.UTF-8':
        return gettext.NullTranslations()
    return gettext.translation(domain, folder, languages=[_LANGUAGE], fallback=not is_needed)


_OURS = _messages('rutter', os.environ.get('RUTTER_LOCALE_DIR'), True)
_GTK = _messages('gtk40', None, False)


def _(text, context=None):
    return _OURS.gettext(text) if context is None else _OURS.pgettext(context, text)


def of_gtk(text):
    return _GTK.gettext(text)


def _filled(form):
    """What printf may make of a form, as a pattern with a group for each value."""
    parts = re.split(r'%(?:\d\$)?[-+0-9.]*l*[sduf]', form)
    filled = '(.+?)'.join(re.escape(part.replace('%%', '%')) for part in parts)
    # A number may have a point in it, so a sentence's own is followed by something else.
    return filled + r'(?=\s|$)' if form.endswith('.') else filled


def pattern(text, plural=None, context=None, whole=False):
    """Matches a message whatever its values are; given the plural, each of its forms."""
    forms = {_OURS.ngettext(text, plural, n) for n in _SOME_NUMBERS} if plural else {_(text, context)}
    joined = '|'.join(_filled(form) for form in sorted(forms))
    return re.compile(f'^(?:{joined})$' if whole else f'(?:{joined})')
