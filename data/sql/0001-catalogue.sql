-- SPDX-FileCopyrightText: 2026 The Rutter authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first version of the catalogue. The GeoPackage's own tables, the geometry columns of the feature
-- tables, their R-trees and triggers are made beside this by the code that owns the format.
-- Every dated row has EDTF text and two day numbers (days since 1970-01-01): the earliest start and the
-- latest end; open ends are -2147483648 and 2147483647.

CREATE TABLE object (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('place', 'route', 'event', 'hub', 'party', 'vessel', 'relation',
    'topic', 'regime', 'listing', 'link', 'transfer', 'source')),
  title TEXT NOT NULL CHECK (title <> ''));

-- Feature tables.
CREATE TABLE place (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  geom POINT,
  kind TEXT NOT NULL,              -- port, anchorage, city, site, area ...
  country TEXT,                    -- ISO 3166-1 alpha-2, as in UN/LOCODE
  unlocode TEXT,
  unlocode_source TEXT,            -- the source that gives the code
  alt_names TEXT,                  -- parted by "; "
  precision TEXT,                  -- port, city, area: how exact the position is
  position_source TEXT,            -- who published the position
  role TEXT,
  note TEXT);
CREATE TABLE route (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  geom LINESTRING,
  mode TEXT NOT NULL CHECK (mode IN ('sea', 'river', 'sea-river', 'canal', 'rail', 'air', 'network', 'mixed')),
  method TEXT NOT NULL CHECK (method IN ('given', 'schematic', 'computed')),
  cargo TEXT,
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  period_as_printed TEXT,
  note TEXT);
CREATE TABLE event (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  geom POINT,
  kind TEXT NOT NULL CHECK (kind IN ('shipment', 'delivery', 'seizure', 'port-call', 'accord', 'listing',
    'resolution', 'incident', 'disclosure', 'statement', 'strike', 'signal-gap', 'legal', 'deployment', 'other')),
  place_id INTEGER REFERENCES place (id),
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  position_source TEXT,
  description TEXT,
  note TEXT);
CREATE TABLE hub (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  geom POINT,
  place_id INTEGER REFERENCES place (id),
  goods TEXT,
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  period_as_printed TEXT,
  listings_as_printed TEXT,
  note TEXT);

-- Attribute tables.
CREATE TABLE party (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('actor', 'agency', 'company', 'group', 'person')),
  code TEXT UNIQUE,                -- actors only: RU, IR, KP, CN, HK, SU ...
  jurisdiction TEXT,
  anchor_id INTEGER REFERENCES place (id),
  aliases TEXT,                    -- parted by "; "
  business TEXT,                   -- what the facts call its kind: "ship owner/manager"
  description TEXT,
  identifiers_as_printed TEXT,
  note TEXT);
CREATE TABLE vessel (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  type TEXT,
  gross_tonnage INTEGER,
  built INTEGER,                   -- year
  role TEXT,                       -- what is claimed of it
  role_status TEXT,                -- status of that claim; the vessel's own claim is about its identity
  names_as_printed TEXT,
  owners_as_printed TEXT,
  listings_as_printed TEXT,
  note TEXT);
CREATE TABLE vessel_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  vessel_id INTEGER NOT NULL REFERENCES vessel (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('current', 'former', 'alias', 'later')),
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  as_printed TEXT);
CREATE TABLE vessel_flag (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  vessel_id INTEGER NOT NULL REFERENCES vessel (id) ON DELETE CASCADE,
  flag TEXT NOT NULL,
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  as_printed TEXT);
CREATE TABLE identifier (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  object_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  as_printed TEXT,
  valid TEXT NOT NULL CHECK (valid IN ('unchecked', 'valid', 'invalid')));
CREATE TABLE relation (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  description TEXT);
CREATE TABLE topic (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  description TEXT);
CREATE TABLE link (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('owns', 'manages', 'operates', 'controls', 'owns-or-manages',
    'renamed-to', 'supplies', 'member-of', 'located-at', 'linked-to', 'possibly-same')),
  from_id INTEGER NOT NULL REFERENCES object (id),
  to_id INTEGER NOT NULL REFERENCES object (id),
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  weak INTEGER NOT NULL DEFAULT 0,
  as_printed TEXT,
  note TEXT);
CREATE TABLE regime (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  authority TEXT NOT NULL,
  target TEXT,                     -- as printed; the actors are participants with the role target
  type TEXT,
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  start_as_printed TEXT,
  end_as_printed TEXT,
  bound TEXT,
  measures TEXT,
  note TEXT);
CREATE TABLE listing (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  subject_id INTEGER NOT NULL REFERENCES object (id),
  regime_id INTEGER REFERENCES regime (id),
  authority TEXT NOT NULL,
  programme TEXT,
  number TEXT,                     -- the authority's own number of the entry
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  as_printed TEXT,
  note TEXT);
CREATE TABLE transfer (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  supplier_id INTEGER NOT NULL REFERENCES party (id),
  recipient_id INTEGER NOT NULL REFERENCES party (id),
  designation TEXT NOT NULL,
  category TEXT,
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  years_as_printed TEXT,
  quantity TEXT,
  quantity_uncertain INTEGER NOT NULL DEFAULT 1,
  note TEXT);
CREATE TABLE participant (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  object_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  who_id INTEGER NOT NULL REFERENCES object (id),
  role TEXT NOT NULL,              -- actor, vessel, supplier, recipient, served, target, member, company, stop ...
  position INTEGER NOT NULL DEFAULT 0);
CREATE TABLE source (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  publisher TEXT,
  author TEXT,
  date_as_printed TEXT,
  url TEXT,
  url_complete INTEGER NOT NULL DEFAULT 1,
  kind TEXT,
  read TEXT,                       -- how much of it was read
  title_is_exact INTEGER NOT NULL DEFAULT 1);
CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uid TEXT NOT NULL UNIQUE,
  object_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('row', 'seed', 'discrepancy', 'computed')),
  statement TEXT NOT NULL CHECK (statement <> ''),
  who TEXT, place TEXT, time_as_printed TEXT,
  status TEXT NOT NULL CHECK (status IN ('denied', 'alleged', 'reported', 'official-accusation', 'confirmed')),
  hedge TEXT,
  verification TEXT,
  edtf TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  note TEXT);
CREATE TABLE claim_object (          -- what else a claim bears on, beside its own object
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  object_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  UNIQUE (claim_id, object_id));
CREATE TABLE citation (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES source (id),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'denies', 'contradicts')),
  locator TEXT,
  quotation TEXT);
CREATE TABLE denial (                -- who denies a claim; a second mark beside its status
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  denier_id INTEGER REFERENCES party (id),
  who TEXT NOT NULL CHECK (who <> ''));
CREATE TABLE contradiction (         -- two claims that differ; both are shown, none is picked
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uid TEXT NOT NULL,                 -- D01 ...; one difference may part several claims
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  other_claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  topic TEXT NOT NULL,
  note TEXT);
CREATE TABLE layer (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uid TEXT NOT NULL UNIQUE,          -- layer:transfers ...
  title TEXT NOT NULL,
  definition TEXT NOT NULL,
  data_to TEXT NOT NULL,             -- EDTF: the facts were collected up to here
  position INTEGER NOT NULL);
CREATE TABLE layer_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  layer_id INTEGER NOT NULL REFERENCES layer (id) ON DELETE CASCADE,
  object_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  UNIQUE (layer_id, object_id));

CREATE INDEX claim_object_id ON claim (object_id);
CREATE INDEX claim_earliest ON claim (earliest);
CREATE INDEX citation_claim ON citation (claim_id);
CREATE INDEX citation_source ON citation (source_id);
CREATE INDEX denial_claim ON denial (claim_id);
CREATE INDEX claim_object_object ON claim_object (object_id);
CREATE INDEX contradiction_claim ON contradiction (claim_id);
CREATE INDEX contradiction_other ON contradiction (other_claim_id);
CREATE INDEX participant_object ON participant (object_id);
CREATE INDEX participant_who ON participant (who_id);
CREATE INDEX identifier_object ON identifier (object_id);
CREATE INDEX identifier_value ON identifier (scheme, value);
CREATE INDEX vessel_name_vessel ON vessel_name (vessel_id);
CREATE INDEX vessel_flag_vessel ON vessel_flag (vessel_id);
CREATE INDEX link_from ON link (from_id);
CREATE INDEX link_to ON link (to_id);
CREATE INDEX listing_subject ON listing (subject_id);
CREATE INDEX listing_regime ON listing (regime_id);
CREATE INDEX layer_member_object ON layer_member (object_id);
