# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the functions of a test script and reports them in the TAP form that the build reads."""
import sys
import traceback


class Skip(Exception):
    """Raised by a test that can't run here, with the reason."""


def run(tests):
    """Runs each function in turn; the exit status is 1 when one failed."""
    print(f'1..{len(tests)}')
    failed = False
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix('test_').replace('_', ' ')
        try:
            test()
            print(f'ok {number} - {name}')
        except Skip as reason:
            print(f'ok {number} - {name} # SKIP {reason}')
        except Exception:
            failed = True
            for line in traceback.format_exc().splitlines():
                print('#', line)
            print(f'not ok {number} - {name}')
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
