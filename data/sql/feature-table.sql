-- SPDX-FileCopyrightText: 2026 The Rutter authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Registers one feature table and keeps an R-tree of its geometry (OGC 12-128r17, annex F.3, whose triggers
-- these are). @TABLE@ and @TYPE@ stand for the table and its geometry type.

INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
  VALUES ('@TABLE@', 'features', '@TABLE@', 4326);
INSERT INTO gpkg_geometry_columns VALUES ('@TABLE@', 'geom', '@TYPE@', 4326, 0, 0);
INSERT INTO gpkg_extensions VALUES ('@TABLE@', 'geom', 'gpkg_rtree_index',
  'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

CREATE VIRTUAL TABLE rtree_@TABLE@_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_@TABLE@_geom_insert AFTER INSERT ON @TABLE@
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_@TABLE@_geom VALUES (
    NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_@TABLE@_geom_update1 AFTER UPDATE OF geom ON @TABLE@
  WHEN OLD.id = NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_@TABLE@_geom VALUES (
    NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_@TABLE@_geom_update2 AFTER UPDATE OF geom ON @TABLE@
  WHEN OLD.id = NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_@TABLE@_geom WHERE id = OLD.id;
END;
CREATE TRIGGER rtree_@TABLE@_geom_update3 AFTER UPDATE ON @TABLE@
  WHEN OLD.id != NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_@TABLE@_geom WHERE id = OLD.id;
  INSERT OR REPLACE INTO rtree_@TABLE@_geom VALUES (
    NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_@TABLE@_geom_update4 AFTER UPDATE ON @TABLE@
  WHEN OLD.id != NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_@TABLE@_geom WHERE id IN (OLD.id, NEW.id);
END;
CREATE TRIGGER rtree_@TABLE@_geom_delete AFTER DELETE ON @TABLE@
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_@TABLE@_geom WHERE id = OLD.id;
END;
