/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-item.h"

#include "rutter-ais-words.h"
#include "rutter-mid.h"
#include "rutter-number.h"
#include "rutter-target-details.h"

#include <glib/gi18n-lib.h>

struct _RutterTargetItem
{
  GObject          parent_instance;

  RutterTargetRow  row;
  char            *feed;
  char            *vessel;   /* NULL: it matches none */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterTargetItem, rutter_target_item, G_TYPE_OBJECT)

static void
rutter_target_item_finalize (GObject *object)
{
  RutterTargetItem *self = RUTTER_TARGET_ITEM (object);

  g_free (self->feed);
  g_free (self->vessel);

  G_OBJECT_CLASS (rutter_target_item_parent_class)->finalize (object);
}

static void
rutter_target_item_class_init (RutterTargetItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_target_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_target_item_init (RutterTargetItem *self)
{
}

RutterTargetItem *
rutter_target_item_new (const RutterTargetRow *row)
{
  RutterTargetItem *self = g_object_new (RUTTER_TYPE_TARGET_ITEM, NULL);

  self->row = *row;
  return self;
}

guint32
rutter_target_item_get_mmsi (RutterTargetItem *self)
{
  g_return_val_if_fail (RUTTER_IS_TARGET_ITEM (self), 0);

  return self->row.mmsi;
}

void
rutter_target_item_tell (RutterTargetItem      *self,
                         const RutterTargetRow *row,
                         const char            *feed,
                         const char            *vessel)
{
  g_return_if_fail (RUTTER_IS_TARGET_ITEM (self) && row->mmsi == self->row.mmsi);

  self->row = *row;
  g_free (self->feed);
  self->feed = g_strdup (feed);
  g_free (self->vessel);
  self->vessel = g_strdup (vessel);
  g_signal_emit (self, signals[CHANGED], 0);
}

static char *
dup_number (const char *format,
            double      value,
            int         n_decimals)
{
  g_autofree char *number = isnan (value) ? NULL : rutter_number_to_text (value, n_decimals);

  return number != NULL ? g_strdup_printf (format, number) : g_strdup ("");
}

/* Returns: (transfer full): "" for what is not known */
char *
rutter_target_item_dup_text (RutterTargetItem   *self,
                             RutterTargetColumn  column)
{
  const RutterTargetRow *row = &self->row;
  char *flag;

  g_return_val_if_fail (RUTTER_IS_TARGET_ITEM (self), NULL);

  switch (column)
    {
    case RUTTER_TARGET_COLUMN_NAME:
      return g_strdup (row->name[0] != '\0' ? row->name : _("Not heard yet"));
    case RUTTER_TARGET_COLUMN_MMSI:
      return g_strdup_printf ("%09u", row->mmsi);
    case RUTTER_TARGET_COLUMN_IMO:
      return row->imo != 0 ? g_strdup_printf ("%u", row->imo) : g_strdup ("");
    case RUTTER_TARGET_COLUMN_FLAG:
      flag = rutter_mid_dup_name (rutter_mmsi_get_mid (row->mmsi));
      return flag != NULL ? flag : g_strdup ("");
    case RUTTER_TARGET_COLUMN_TYPE:
      return rutter_ais_words_dup_target (row->class, row->mmsi, row->ship_type);
    case RUTTER_TARGET_COLUMN_SPEED:
      return dup_number (_("%s kn"), (double)row->speed_kn, 1);
    case RUTTER_TARGET_COLUMN_COURSE:
      return isnan (row->course_deg) ? g_strdup ("")
                                     : g_strdup_printf ("%05.1f°", (double)row->course_deg);
    case RUTTER_TARGET_COLUMN_DESTINATION:
      return g_strdup (row->destination);
    case RUTTER_TARGET_COLUMN_HEARD:
      return rutter_target_details_dup_age (row->heard_us, g_get_real_time ());
    case RUTTER_TARGET_COLUMN_FEED:
      return g_strdup (self->feed != NULL ? self->feed : "");
    case RUTTER_TARGET_COLUMN_MATCH:
      return g_strdup (self->vessel != NULL ? self->vessel : "");
    case RUTTER_N_TARGET_COLUMN:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
rutter_target_item_describe (RutterTargetItem *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < RUTTER_N_TARGET_COLUMN; i++)
    {
      g_autofree char *value = rutter_target_item_dup_text (self, i);

      if (*value != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
                                rutter_target_column_get_title (i), value);
    }

  return g_string_free (text, FALSE);
}

const char *
rutter_target_column_get_title (RutterTargetColumn column)
{
  static const char *const titles[RUTTER_N_TARGET_COLUMN] = {
    [RUTTER_TARGET_COLUMN_NAME] = N_("Name"),
    [RUTTER_TARGET_COLUMN_MMSI] = N_("MMSI"),
    [RUTTER_TARGET_COLUMN_IMO] = N_("IMO as sent"),
    [RUTTER_TARGET_COLUMN_FLAG] = N_("Registered in"),
    [RUTTER_TARGET_COLUMN_TYPE] = N_("Type"),
    [RUTTER_TARGET_COLUMN_SPEED] = N_("Speed"),
    [RUTTER_TARGET_COLUMN_COURSE] = N_("Course"),
    [RUTTER_TARGET_COLUMN_DESTINATION] = N_("Destination as sent"),
    [RUTTER_TARGET_COLUMN_HEARD] = N_("Last heard"),
    [RUTTER_TARGET_COLUMN_FEED] = N_("Heard by"),
    [RUTTER_TARGET_COLUMN_MATCH] = N_("In the catalogue"),
  };

  g_return_val_if_fail (column < RUTTER_N_TARGET_COLUMN, NULL);

  return _(titles[column]);
}
