#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `rutter-cli ais listen` against real servers on this machine: test-cli-listen.py PROGRAM DATA"""
import collections
import contextlib
import json
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading

import tap

PROGRAM, DATA = sys.argv[1], pathlib.Path(sys.argv[2])
ENV = {'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', 'G_DEBUG': 'fatal-warnings', 'HOME': '/nonexistent'}
SHIP = b'!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n'


@contextlib.contextmanager
def server(serve):
    """A TCP server that calls serve(connection, number) for each that comes, one after the other."""
    with socket.create_server(('127.0.0.1', 0)) as listener:
        def run():
            with contextlib.suppress(OSError):
                for number in range(1000):
                    connection, _ = listener.accept()
                    with connection, contextlib.suppress(OSError):
                        serve(connection, number)
        threading.Thread(target=run, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def listen(*args):
    return subprocess.Popen([PROGRAM, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENV)


def stop(process):
    """Ends it as Ctrl+C does, and gives what it has said."""
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    return out, err


def until_closed(connection):
    while connection.recv(4096):
        pass


def test_messages_as_they_come():
    def serve(connection, number):
        connection.sendall(SHIP * 3)
        until_closed(connection)
    with server(serve) as port:
        process = listen('ais', 'listen', f'tcp://localhost:{port}')
        lines = [json.loads(process.stdout.readline()) for _ in range(3)]
        _, complaints = stop(process)
    assert process.returncode == 0, complaints
    assert [line['mmsi'] for line in lines] == [371798000] * 3 and lines[0]['time'] > 1.7e9, lines


def test_a_server_that_dies():
    """It comes back each time, and nothing that was sent is missing."""
    def serve(connection, number):
        connection.sendall(SHIP * 5)
        if number == 2:
            until_closed(connection)
    with server(serve) as port:
        process = listen('ais', 'listen', f'tcp://127.0.0.1:{port}')
        for _ in range(15):
            assert process.stdout.readline()
        _, complaints = stop(process)
    assert process.returncode == 0 and 'has ended the connection. The next attempt is in' in complaints, complaints


def test_another_format():
    with server(lambda connection, number: connection.sendall(b'HTTP/1.1 400 Bad Request\r\n\r\n')) as port:
        process = listen('ais', 'listen', f'tcp://127.0.0.1:{port}', '--seconds', '1')
        out, complaints = process.communicate(timeout=30)
    assert process.returncode == 1 and 'is not AIS, but an answer of a web server' in complaints, complaints
    assert out == '' and 'no AIS message was heard' in complaints, complaints


def test_nobody_is_contacted_unasked():
    process = listen('ais', 'listen', 'tcp://ais.example.org:5631')
    out, complaints = process.communicate(timeout=30)
    assert process.returncode == 1 and out == '', complaints
    assert 'was not contacted' in complaints and '--allow-host ais.example.org' in complaints, complaints
    process = listen('ais', 'listen', 'tcp://ais.example.org:5631', '--allow-host', 'example.org')
    _, complaints = process.communicate(timeout=30)
    assert process.returncode == 1 and 'you have not allowed it' in complaints, complaints


def test_wrong_usage():
    for args in ([], ['tcp://a'], ['nonsense'], ['tcp://a:1', 'tcp://b:1'], ['--loud', 'tcp://a:1'],
                 ['tcp://a:1', '--seconds'], ['tcp://a:1', '--seconds', '0'], ['tcp://a:1', '--seconds', 'x'],
                 ['tcp://a:1', '--allow-host', 'no host']):
        process = listen('ais', 'listen', *args)
        out, complaints = process.communicate(timeout=30)
        assert process.returncode == 2 and out == '' and complaints.startswith('rutter-cli: '), (args, complaints)


def test_datagrams():
    """Several sentences in one, two glued, with a tag block, and something else."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as finder:
        finder.bind(('127.0.0.1', 0))
        port = finder.getsockname()[1]
    process = listen('ais', 'listen', f'udp://127.0.0.1:{port}')
    while 'is open' not in process.stderr.readline():
        pass
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.connect(('127.0.0.1', port))
        for datagram in (SHIP, SHIP * 3, SHIP.strip() + SHIP.strip(), b'noise', b'\\c:1700000000*5F\\' + SHIP.strip()):
            sender.send(datagram)
    messages = [json.loads(process.stdout.readline()) for _ in range(7)]
    stop(process)
    assert process.returncode == 0 and all(message['mmsi'] == 371798000 for message in messages), messages
    # A time that is years from now is not believed of what is heard live.
    assert messages[-1]['time'] > 1700000000 + 3600, messages


def test_gpsd():
    """gpsd itself, reading the recorded sentences from a server of ours."""
    program = shutil.which('gpsd', path='/usr/sbin:/usr/bin:/sbin:/bin')
    if program is None:
        raise tap.Skip('gpsd is not installed')
    decoded = subprocess.run([PROGRAM, 'ais', 'decode', DATA / 'ais' / 'known.nmea'], capture_output=True, text=True,
                             env=ENV, timeout=60)
    positions = {(m['type'], m['mmsi'], round(m['lon'], 3), round(m['lat'], 3))
                 for m in map(json.loads, decoded.stdout.splitlines()) if 'lon' in m}
    sentences = [line for line in (DATA / 'ais' / 'known.nmea').read_bytes().splitlines(True) if line[:1] == b'!']
    go = threading.Event()

    def serve(connection, number):
        go.wait(30)
        with contextlib.suppress(OSError):
            while True:
                for sentence in sentences:
                    connection.sendall(sentence)
                    if stopped.wait(0.002):
                        return
    stopped = threading.Event()
    with server(serve) as source, socket.create_server(('127.0.0.1', 0)) as finder:
        port = finder.getsockname()[1]
        finder.close()
        daemon = subprocess.Popen([program, '-N', '-n', '-S', str(port), f'tcp://127.0.0.1:{source}'],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process = listen('ais', 'listen', f'gpsd://localhost:{port}')
            go.set()
            types = collections.Counter()
            while len(types) < 8 or not {1, 5, 18, 24} <= types.keys():
                line = process.stdout.readline()
                assert line, process.stderr.read()
                message = json.loads(line)
                types[message['type']] += 1
                assert message['scaled'] is True and message['mmsi'] > 0, message
                if message['type'] in (1, 2, 3, 4, 18, 19):
                    assert (message['type'], message['mmsi'], round(message['lon'], 3),
                            round(message['lat'], 3)) in positions, message
            _, complaints = stop(process)
        finally:
            stopped.set()
            daemon.terminate()
            daemon.wait(30)
    assert process.returncode == 0, complaints


tap.run([test_messages_as_they_come, test_a_server_that_dies, test_another_format, test_nobody_is_contacted_unasked,
         test_wrong_usage, test_datagrams, test_gpsd])
