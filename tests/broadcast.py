# SPDX-FileCopyrightText: 2026 The Rutter authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ships that broadcast: AIS sentences made from numbers (ITU-R M.1371), and a server that sends them on this machine."""
import socket
import threading


class Ship:
    """A ship of class A, as it stands in its messages."""

    def __init__(self, mmsi, name, lon, lat, imo=0, speed=12.0, course=90.0, kind=70, destination=''):
        self.mmsi, self.name, self.lon, self.lat, self.imo = mmsi, name, lon, lat, imo
        self.speed, self.course, self.kind, self.destination = speed, course, kind, destination


def number(value, width):
    return format(round(value) & ((1 << width) - 1), f'0{width}b')


def text(words, n_letters):
    codes = [ord(letter) - 64 if ord(letter) >= 64 else ord(letter) for letter in words.upper()[:n_letters]]
    return ''.join(number(code, 6) for code in codes + [0] * (n_letters - len(codes)))


def sentences(bits, sequence=1):
    """The sentences of a message, no longer than NMEA allows."""
    fill = -len(bits) % 6
    bits += '0' * fill
    values = [int(bits[i:i + 6], 2) for i in range(0, len(bits), 6)]
    payload = ''.join(chr(value + 48 if value < 40 else value + 56) for value in values)
    parts = [payload[i:i + 60] for i in range(0, len(payload), 60)]
    lines = []
    for i, part in enumerate(parts, 1):
        body = f'AIVDM,{len(parts)},{i},{sequence if len(parts) > 1 else ""},A,{part},{fill if i == len(parts) else 0}'
        check = 0
        for letter in body:
            check ^= ord(letter)
        lines.append(f'!{body}*{check:02X}\r\n')
    return ''.join(lines)


def position(ship):
    """Type 1."""
    return sentences(number(1, 6) + number(0, 2) + number(ship.mmsi, 30) + number(0, 4) + number(-128, 8) +
                     number(ship.speed * 10, 10) + number(0, 1) + number(ship.lon * 600000, 28) +
                     number(ship.lat * 600000, 27) + number(ship.course * 10, 12) + number(511, 9) + number(30, 6) +
                     number(0, 25))


def identity(ship):
    """Type 5."""
    return sentences(number(5, 6) + number(0, 2) + number(ship.mmsi, 30) + number(0, 2) + number(ship.imo, 30) +
                     text('CALL', 7) + text(ship.name, 20) + number(ship.kind, 8) + number(100, 9) + number(22, 9) +
                     number(8, 6) + number(12, 6) + number(1, 4) + number(1, 4) + number(3, 5) + number(6, 5) +
                     number(0, 6) + number(61, 8) + text(ship.destination, 20) + number(0, 2))


class Server:
    """Sends what is heard of SHIPS, a list that may change, to whoever connects, about twice a second. Use as a
    context."""

    def __init__(self, ships):
        self.ships = ships
        self.over = threading.Event()
        self.socket = socket.create_server(('127.0.0.1', 0))
        self.address = 'tcp://127.0.0.1:%d' % self.socket.getsockname()[1]
        self.thread = threading.Thread(target=self._serve)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, kind, error, trace):
        self.over.set()
        self.thread.join()
        self.socket.close()

    def _serve(self):
        self.socket.settimeout(0.2)
        while not self.over.is_set():
            try:
                with self.socket.accept()[0] as client:
                    self._send(client)
            except OSError:
                pass

    def _send(self, client):
        while not self.over.is_set():
            for ship in list(self.ships):
                client.sendall((identity(ship) + position(ship)).encode('ascii'))
            self.over.wait(0.5)
