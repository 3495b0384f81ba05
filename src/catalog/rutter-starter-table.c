/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter-table.h"

#define KIND(name) (1u << RUTTER_KIND_##name)
#define ANY_KIND ((1u << RUTTER_N_KIND) - 1)
#define FIELD(type) RUTTER_STARTER_FIELD_##type
#define REQUIRED RUTTER_STARTER_REQUIRED
#define OPTIONAL RUTTER_STARTER_OPTIONAL

/* What every table of objects begins with; the claims of a row are made of these. */
#define OBJECT_FIELDS                                                      \
  { "uid", FIELD (ASIDE), REQUIRED },                                      \
  { "title", FIELD (ASIDE), REQUIRED },                                    \
  { "status", FIELD (ASIDE) },                                             \
  { "sources", FIELD (ASIDE) },                                            \
  { "denied_by", FIELD (ASIDE) },                                          \
  { "statement", FIELD (ASIDE), OPTIONAL },                                \
  { "hedge", FIELD (ASIDE), OPTIONAL },                                    \
  { "quotation", FIELD (ASIDE), OPTIONAL }

/* In the order in which rows are written: what is referred to comes before what refers to it. */
const RutterStarterTable rutter_starter_tables[] = {
  { .file = "source.tsv", .table = "source", .is_object = TRUE, .kind = RUTTER_KIND_SOURCE,
    .may_lack_claim = TRUE,
    .fields = {
      { "uid", FIELD (ASIDE), REQUIRED },
      { "title", FIELD (ASIDE), REQUIRED },
      { "publisher", FIELD (TEXT) },
      { "author", FIELD (TEXT) },
      { "date", FIELD (TEXT), 0, "date_as_printed" },
      { "url", FIELD (TEXT) },
      { "url_complete", FIELD (FLAG), REQUIRED },
      { "kind", FIELD (TEXT) },
      { "read", FIELD (TEXT) },
      { "title_is_exact", FIELD (FLAG), REQUIRED },
    } },
  { .file = "place.tsv", .table = "place", .is_object = TRUE, .kind = RUTTER_KIND_PLACE,
    .geometry = RUTTER_STARTER_GEOMETRY_POINT, .layer = "ports",
    .fields = {
      OBJECT_FIELDS,
      { "kind", FIELD (TEXT), REQUIRED },
      { "lon", FIELD (ASIDE) },
      { "lat", FIELD (ASIDE) },
      { "country", FIELD (TEXT) },
      { "unlocode", FIELD (LOCODE) },
      { "unlocode_source", FIELD (TEXT), OPTIONAL },
      { "alt_names", FIELD (TEXT) },
      { "precision", FIELD (TEXT) },
      { "position_source", FIELD (TEXT) },
      { "role", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "actor.tsv", .table = "party", .is_object = TRUE, .kind = RUTTER_KIND_PARTY,
    .party_kind = "actor",
    .fields = {
      OBJECT_FIELDS,
      { "code", FIELD (TEXT), REQUIRED },
      { "kind", FIELD (TEXT), 0, "business" },
      { "anchor", FIELD (REFERENCE), 0, "anchor_id", KIND (PLACE) },
      { "aliases", FIELD (TEXT) },
      { "description", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "organisation.tsv", .table = "party", .is_object = TRUE, .kind = RUTTER_KIND_PARTY,
    .fields = {
      OBJECT_FIELDS,
      { "kind", FIELD (TEXT), REQUIRED },
      { "jurisdiction", FIELD (TEXT) },
      { "aliases", FIELD (TEXT) },
      { "business", FIELD (TEXT) },
      { "description", FIELD (TEXT) },
      { "identifiers_as_printed", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "vessel.tsv", .table = "vessel", .is_object = TRUE, .kind = RUTTER_KIND_VESSEL,
    .layer = "vessels",
    .fields = {
      OBJECT_FIELDS,
      { "type", FIELD (TEXT) },
      { "gross_tonnage", FIELD (NUMBER) },
      { "built", FIELD (NUMBER) },
      { "role", FIELD (TEXT) },
      { "role_status", FIELD (STATUS) },
      { "names_as_printed", FIELD (TEXT) },
      { "owners_as_printed", FIELD (TEXT) },
      { "listings_as_printed", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "relation.tsv", .table = "relation", .is_object = TRUE, .kind = RUTTER_KIND_RELATION,
    .may_lack_claim = TRUE,
    .fields = {
      OBJECT_FIELDS,
      { "members", FIELD (MEMBERS), REQUIRED, NULL, KIND (PARTY), "member" },
      { "description", FIELD (TEXT) },
    } },
  { .file = "topic.tsv", .table = "topic", .is_object = TRUE, .kind = RUTTER_KIND_TOPIC,
    .may_lack_claim = TRUE,
    .fields = {
      OBJECT_FIELDS,
      { "members", FIELD (MEMBERS), 0, NULL, KIND (PARTY), "member" },
      { "description", FIELD (TEXT) },
    } },
  { .file = "regime.tsv", .table = "regime", .is_object = TRUE, .kind = RUTTER_KIND_REGIME,
    .layer = "accords",
    .fields = {
      OBJECT_FIELDS,
      { "authority", FIELD (TEXT), REQUIRED },
      { "target", FIELD (MEMBERS), 0, NULL, KIND (PARTY), "target" },
      { "target_as_printed", FIELD (TEXT), 0, "target" },
      { "type", FIELD (TEXT) },
      { "edtf", FIELD (DATE) },
      { "start_as_printed", FIELD (TEXT) },
      { "end_as_printed", FIELD (TEXT) },
      { "bound", FIELD (TEXT) },
      { "measures", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "event.tsv", .table = "event", .is_object = TRUE, .kind = RUTTER_KIND_EVENT,
    .geometry = RUTTER_STARTER_GEOMETRY_POINT,
    .fields = {
      OBJECT_FIELDS,
      { "kind", FIELD (TEXT), REQUIRED },
      { "layer", FIELD (LAYERS) },
      { "edtf", FIELD (DATE) },
      { "place", FIELD (REFERENCE), 0, "place_id", KIND (PLACE) },
      { "lon", FIELD (ASIDE) },
      { "lat", FIELD (ASIDE) },
      { "position_source", FIELD (TEXT) },
      { "actors", FIELD (MEMBERS), 0, NULL, KIND (PARTY), "actor" },
      { "vessels", FIELD (MEMBERS), 0, NULL, KIND (VESSEL), "vessel" },
      { "description", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "route.tsv", .table = "route", .is_object = TRUE, .kind = RUTTER_KIND_ROUTE,
    .geometry = RUTTER_STARTER_GEOMETRY_LINE,
    .fields = {
      OBJECT_FIELDS,
      { "layer", FIELD (LAYERS) },
      { "mode", FIELD (TEXT), REQUIRED },
      { "method", FIELD (TEXT), REQUIRED },
      { "stops", FIELD (MEMBERS), REQUIRED, NULL, KIND (PLACE), "stop" },
      { "vessels", FIELD (MEMBERS), 0, NULL, KIND (VESSEL), "vessel" },
      { "cargo", FIELD (TEXT) },
      { "edtf", FIELD (DATE) },
      { "period_as_printed", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "hub.tsv", .table = "hub", .is_object = TRUE, .kind = RUTTER_KIND_HUB,
    .geometry = RUTTER_STARTER_GEOMETRY_OF_PLACE, .layer = "hubs",
    .fields = {
      OBJECT_FIELDS,
      { "place", FIELD (REFERENCE), REQUIRED, "place_id", KIND (PLACE) },
      { "served", FIELD (MEMBERS), 0, NULL, KIND (PARTY), "served" },
      { "companies", FIELD (MEMBERS), 0, NULL, KIND (PARTY), "company" },
      { "goods", FIELD (TEXT) },
      { "edtf", FIELD (DATE) },
      { "period_as_printed", FIELD (TEXT) },
      { "listings_as_printed", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "transfer.tsv", .table = "transfer", .is_object = TRUE, .kind = RUTTER_KIND_TRANSFER,
    .layer = "transfers",
    .fields = {
      OBJECT_FIELDS,
      { "supplier", FIELD (REFERENCE), REQUIRED, "supplier_id", KIND (PARTY), "supplier" },
      { "recipient", FIELD (REFERENCE), REQUIRED, "recipient_id", KIND (PARTY), "recipient" },
      { "designation", FIELD (TEXT), REQUIRED },
      { "category", FIELD (TEXT) },
      { "edtf", FIELD (DATE) },
      { "years_as_printed", FIELD (TEXT) },
      { "quantity", FIELD (TEXT) },
      { "quantity_uncertain", FIELD (FLAG), REQUIRED },
      { "note", FIELD (TEXT) },
    } },
  { .file = "link.tsv", .table = "link", .is_object = TRUE, .kind = RUTTER_KIND_LINK,
    .fields = {
      OBJECT_FIELDS,
      { "kind", FIELD (TEXT), REQUIRED },
      { "from", FIELD (REFERENCE), REQUIRED, "from_id", ANY_KIND },
      { "to", FIELD (REFERENCE), REQUIRED, "to_id", ANY_KIND },
      { "edtf", FIELD (DATE) },
      { "weak", FIELD (FLAG), REQUIRED },
      { "as_printed", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "listing.tsv", .table = "listing", .is_object = TRUE, .kind = RUTTER_KIND_LISTING,
    .fields = {
      OBJECT_FIELDS,
      { "subject", FIELD (REFERENCE), REQUIRED, "subject_id", KIND (PARTY) | KIND (VESSEL) },
      { "regime", FIELD (REFERENCE), 0, "regime_id", KIND (REGIME) },
      { "authority", FIELD (TEXT), REQUIRED },
      { "programme", FIELD (TEXT) },
      { "number", FIELD (TEXT) },
      { "edtf", FIELD (DATE) },
      { "as_printed", FIELD (TEXT) },
      { "note", FIELD (TEXT) },
    } },
  { .file = "vessel-name.tsv", .table = "vessel_name",
    .fields = {
      { "vessel", FIELD (REFERENCE), REQUIRED, "vessel_id", KIND (VESSEL) },
      { "name", FIELD (TEXT), REQUIRED },
      { "kind", FIELD (TEXT), REQUIRED },
      { "edtf", FIELD (DATE) },
      { "as_printed", FIELD (TEXT) },
    } },
  { .file = "vessel-flag.tsv", .table = "vessel_flag",
    .fields = {
      { "vessel", FIELD (REFERENCE), REQUIRED, "vessel_id", KIND (VESSEL) },
      { "flag", FIELD (TEXT), REQUIRED },
      { "edtf", FIELD (DATE) },
      { "as_printed", FIELD (TEXT) },
    } },
  { .file = "identifier.tsv", .table = "identifier",
    .fields = {
      { "object", FIELD (REFERENCE), REQUIRED, "object_id", KIND (PARTY) | KIND (VESSEL) },
      { "scheme", FIELD (TEXT), REQUIRED },
      { "value", FIELD (IDENTIFIER), REQUIRED },
      { "as_printed", FIELD (TEXT) },
      { "known_bad", FIELD (ASIDE), OPTIONAL },
    } },
  { .file = "layer.tsv",
    .fields = {
      { "uid", FIELD (ASIDE), REQUIRED },
      { "title", FIELD (ASIDE), REQUIRED },
      { "definition", FIELD (ASIDE), REQUIRED },
      { "data_to", FIELD (ASIDE), REQUIRED },
    } },
  { .file = "denier.tsv", .is_optional = TRUE,
    .fields = {
      { "words", FIELD (ASIDE), REQUIRED },
      { "party", FIELD (ASIDE), REQUIRED },
    } },
  { .file = "claim.tsv",
    .fields = {
      { "uid", FIELD (ASIDE), REQUIRED },
      { "object", FIELD (ASIDE), REQUIRED },
      { "also", FIELD (ASIDE) },
      { "map_kind", FIELD (ASIDE), OPTIONAL },
      { "statement", FIELD (ASIDE), REQUIRED },
      { "who", FIELD (ASIDE) },
      { "place", FIELD (ASIDE) },
      { "time_as_printed", FIELD (ASIDE) },
      { "edtf", FIELD (ASIDE) },
      { "status", FIELD (ASIDE), REQUIRED },
      { "hedge", FIELD (ASIDE) },
      { "verification", FIELD (ASIDE) },
      { "locator", FIELD (ASIDE) },
      { "quotation", FIELD (ASIDE), OPTIONAL },
      { "sources", FIELD (ASIDE), REQUIRED },
      { "denied_by", FIELD (ASIDE) },
      { "note", FIELD (ASIDE) },
    } },
  { .file = "discrepancy.tsv",
    .fields = {
      { "uid", FIELD (ASIDE), REQUIRED },
      { "topic", FIELD (ASIDE), REQUIRED },
      { "object", FIELD (ASIDE), REQUIRED },
      { "also", FIELD (ASIDE) },
      { "claims", FIELD (ASIDE) },
      { "statement", FIELD (ASIDE), REQUIRED },
      { "seed_says", FIELD (ASIDE) },
      { "edtf", FIELD (ASIDE) },
      { "status", FIELD (ASIDE), REQUIRED },
      { "sources", FIELD (ASIDE), REQUIRED },
      { "contradicting", FIELD (ASIDE), OPTIONAL },
      { "note", FIELD (ASIDE) },
    } },
};

const guint rutter_starter_n_tables = G_N_ELEMENTS (rutter_starter_tables);

const RutterStarterField *
rutter_starter_table_find_field (const RutterStarterTable *self,
                                 const char               *name)
{
  for (const RutterStarterField *field = self->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;

  return NULL;
}

const char *
rutter_starter_field_get_column (const RutterStarterField *field)
{
  return field->column != NULL ? field->column : field->name;
}
