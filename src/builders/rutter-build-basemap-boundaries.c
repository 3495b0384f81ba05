/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-build-basemap-boundaries.h"

#include "rutter-error.h"

#include <math.h>

/* data/boundaries.tsv says which boundary lines of GSHHG are not drawn as they come. One rule a
 * row, the first that fits an edge wins:
 *
 *   action                    `hide`, `dot` (drawn as disputed), `internal` (drawn as a boundary
 *                             within a state), or `draw` (as it comes)
 *   kind                      1 international, 2 internal, 3 marine, or `any`
 *   west south east north     degrees; the rule holds for edges whose middle lies within
 *   note                      why, for the reader of the table
 *
 * What no rule fits is drawn as it comes, but for marine lines: they are hidden, most of them are
 * mere groupings of islands.
 */
typedef enum
{
  ACTION_HIDE,
  ACTION_DOT,
  ACTION_INTERNAL,
  ACTION_DRAW
} Action;

typedef struct
{
  Action    action;
  guint     kind;  /* 0: any */
  RutterBox box;   /* degrees */
} Rule;

static gboolean
parse_degrees (const char *text,
               double      limit,
               double     *degrees)
{
  char *end;

  if (text == NULL || *text == '\0')
    return FALSE;

  *degrees = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*degrees) && fabs (*degrees) <= limit;
}

static gboolean
parse_action (const char *text,
              Action     *action)
{
  static const char *const words[] = { "hide", "dot", "internal", "draw" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (text, words[i]) == 0)
      {
        *action = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
parse_kind (const char *text,
            guint      *kind)
{
  guint64 number;

  *kind = 0;
  if (g_strcmp0 (text, "any") == 0)
    return TRUE;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, RUTTER_BOUNDARY_INTERNATIONAL,
                                                   RUTTER_BOUNDARY_MARINE, &number, NULL))
    return FALSE;

  *kind = number;
  return TRUE;
}

static GArray *
read_rules (RutterTextTable  *table,
            GError          **error)
{
  g_autoptr(GArray) rules = g_array_new (FALSE, FALSE, sizeof (Rule));

  for (guint i = 0; i < rutter_text_table_get_n_rows (table); i++)
    {
      Rule rule;

      if (!parse_action (rutter_text_table_get (table, i, "action"), &rule.action) ||
          !parse_kind (rutter_text_table_get (table, i, "kind"), &rule.kind) ||
          !parse_degrees (rutter_text_table_get (table, i, "west"), 180, &rule.box.x0) ||
          !parse_degrees (rutter_text_table_get (table, i, "south"), 90, &rule.box.y0) ||
          !parse_degrees (rutter_text_table_get (table, i, "east"), 180, &rule.box.x1) ||
          !parse_degrees (rutter_text_table_get (table, i, "north"), 90, &rule.box.y1) ||
          rule.box.x1 <= rule.box.x0 || rule.box.y1 <= rule.box.y0)
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                       "%s:%u: not a rule: hide, dot, internal or draw; 1, 2, 3 or any; west, "
                       "south, east, north in degrees", rutter_text_table_get_name (table),
                       rutter_text_table_get_line (table, i));
          return NULL;
        }

      g_array_append_val (rules, rule);
    }

  return g_steal_pointer (&rules);
}

static Action
choose_action (const GArray *rules,
               guint         kind,
               RutterPoint   a,
               RutterPoint   b)
{
  RutterPoint middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 };
  RutterLonLat position;

  middle.x -= floor (middle.x);
  position = rutter_mercator_unproject (middle);

  for (guint i = 0; i < rules->len; i++)
    {
      const Rule *rule = &g_array_index (rules, Rule, i);

      if ((rule->kind == 0 || rule->kind == kind) &&
          position.lon >= rule->box.x0 && position.lon <= rule->box.x1 &&
          position.lat >= rule->box.y0 && position.lat <= rule->box.y1)
        return rule->action;
    }

  return kind == RUTTER_BOUNDARY_MARINE ? ACTION_HIDE : ACTION_DRAW;
}

static guint
choose_kind (Action action,
             guint  kind)
{
  if (action == ACTION_DOT)
    return RUTTER_BOUNDARY_DISPUTED;

  return action == ACTION_INTERNAL ? RUTTER_BOUNDARY_INTERNAL : kind;
}

/* Cuts one line where the action changes and adds the pieces that are drawn. */
static void
add_pieces (GPtrArray              *pieces,
            const GArray           *rules,
            const RutterGroundLine *line)
{
  RutterGroundLine *piece = NULL;
  Action last = ACTION_HIDE;

  for (guint i = 1; i < line->points->len; i++)
    {
      RutterPoint a = g_array_index (line->points, RutterPoint, i - 1);
      RutterPoint b = g_array_index (line->points, RutterPoint, i);
      Action action = choose_action (rules, line->kind, a, b);

      if (action != last || piece == NULL)
        {
          piece = NULL;
          last = action;
          if (action == ACTION_HIDE)
            continue;

          piece = rutter_ground_line_new (choose_kind (action, line->kind), FALSE);
          g_ptr_array_add (pieces, piece);
          g_array_append_val (piece->points, a);
        }

      g_array_append_val (piece->points, b);
    }
}

/**
 * rutter_ground_review_boundaries:
 * @lines: (element-type RutterGroundLine)
 *
 * Returns: (transfer full) (element-type RutterGroundLine): the lines that are drawn, disputed ones
 *   with a kind of their own; NULL with %RUTTER_ERROR_INVALID when a row of the table is no rule
 */
GPtrArray *
rutter_ground_review_boundaries (GPtrArray        *lines,
                                 RutterTextTable  *table,
                                 GError          **error)
{
  g_autoptr(GArray) rules = read_rules (table, error);
  GPtrArray *pieces;

  if (rules == NULL)
    return NULL;

  pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_ground_line_free);
  for (guint i = 0; i < lines->len; i++)
    add_pieces (pieces, rules, g_ptr_array_index (lines, i));

  return pieces;
}
