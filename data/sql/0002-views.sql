-- SPDX-FileCopyrightText: 2026 The Rutter authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 2: views that the user saved, and what came with the starter catalogue, so that a newer one can be
-- merged without touching what is the user's own.

CREATE TABLE view (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uid TEXT NOT NULL UNIQUE,          -- view:RANDOM
  name TEXT NOT NULL CHECK (name <> ''),
  lon REAL NOT NULL CHECK (lon BETWEEN -180 AND 180),
  lat REAL NOT NULL CHECK (lat BETWEEN -90 AND 90),
  zoom REAL NOT NULL,                -- the world is 256 * 2^zoom pixels wide
  rotation REAL NOT NULL DEFAULT 0,  -- radians, clockwise
  actors TEXT,                       -- codes parted by "; "; NULL: everybody
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  position INTEGER NOT NULL,         -- in the list
  created TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
CREATE TABLE view_layer (            -- the layers that were shown
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  view_id INTEGER NOT NULL REFERENCES view (id) ON DELETE CASCADE,
  layer TEXT NOT NULL,               -- transfers ...
  opacity REAL NOT NULL CHECK (opacity BETWEEN 0 AND 1),
  UNIQUE (view_id, layer));
CREATE TABLE origin (                -- what the starter brought: whatever is not here is the user's own
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uid TEXT NOT NULL UNIQUE,          -- of an object, claim or layer
  digest TEXT NOT NULL);             -- SHA-256 of what it said; differs from what it says now once it is changed

-- A catalogue of version 1 with layers is a copy of a starter that did not say which it was.
INSERT INTO rutter_meta (key, value)
  SELECT 'starter_content', 'unknown' WHERE EXISTS (SELECT 1 FROM layer);
