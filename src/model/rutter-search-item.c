/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-search-item.h"

#include <string.h>

/* So many letters of a long text stand before its first match, at least. */
#define LEAD 24

struct _RutterSearchItem
{
  GObject            parent_instance;

  RutterSearchEntry  entry;
  char              *uid;
  char              *group;
  char              *title;
  char              *label;
  char              *text;
  guint             *spans;
  char              *remark;
};

G_DEFINE_FINAL_TYPE (RutterSearchItem, rutter_search_item, G_TYPE_OBJECT)

static void
rutter_search_item_finalize (GObject *object)
{
  RutterSearchItem *self = RUTTER_SEARCH_ITEM (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->spans, g_free);
  g_clear_pointer (&self->remark, g_free);

  G_OBJECT_CLASS (rutter_search_item_parent_class)->finalize (object);
}

static void
rutter_search_item_class_init (RutterSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_search_item_finalize;
}

static void
rutter_search_item_init (RutterSearchItem *self)
{
}

/* @entry is copied with its texts. */
RutterSearchItem *
rutter_search_item_new (const RutterSearchEntry *entry)
{
  RutterSearchItem *self = g_object_new (RUTTER_TYPE_SEARCH_ITEM, NULL);

  self->entry = *entry;
  self->entry.uid = self->uid = g_strdup (entry->uid);
  self->entry.group = self->group = g_strdup (entry->group);
  self->entry.title = self->title = g_strdup (entry->title);
  self->entry.label = self->label = g_strdup (entry->label);
  self->entry.text = self->text = g_strdup (entry->text);
  self->entry.spans = self->spans = g_memdup2 (entry->spans,
                                               2 * sizeof (guint) * entry->n_spans);
  self->entry.remark = self->remark = g_strdup (entry->remark);

  return self;
}

const RutterSearchEntry *
rutter_search_item_get_entry (RutterSearchItem *self)
{
  g_return_val_if_fail (RUTTER_IS_SEARCH_ITEM (self), NULL);

  return &self->entry;
}

static void
append_escaped (GString    *markup,
                const char *text,
                guint       start,
                guint       end)
{
  g_autofree char *escaped = g_markup_escape_text (text + start, (gssize)(end - start));

  g_string_append (markup, escaped);
}

/* Where to begin a text so that its first match is seen: at a word some letters before it. */
static guint
find_start (const RutterSearchEntry *entry)
{
  const char *start = entry->text;
  guint first = entry->n_spans > 0 ? entry->spans[0] : 0;

  if (entry->label == NULL || first <= 2 * LEAD)
    return 0;

  for (const char *p = entry->text; p < entry->text + first - LEAD; p++)
    if (*p == ' ')
      start = p + 1;

  return (guint)(start - entry->text);
}

/**
 * rutter_search_item_dup_markup:
 *
 * Returns: (transfer full): the matching text as Pango markup, what matched in bold; unless it is
 *   the title, the beginning of a long text is left out when the match comes late
 */
char *
rutter_search_item_dup_markup (RutterSearchItem *self)
{
  const RutterSearchEntry *entry;
  GString *markup = g_string_new (NULL);
  guint at;

  g_return_val_if_fail (RUTTER_IS_SEARCH_ITEM (self), NULL);

  entry = &self->entry;
  at = find_start (entry);
  if (at > 0)
    g_string_append (markup, "… ");

  for (guint i = 0; i < entry->n_spans; i++)
    {
      append_escaped (markup, entry->text, at, entry->spans[2 * i]);
      g_string_append (markup, "<b>");
      append_escaped (markup, entry->text, entry->spans[2 * i], entry->spans[2 * i + 1]);
      g_string_append (markup, "</b>");
      at = entry->spans[2 * i + 1];
    }
  append_escaped (markup, entry->text, at, (guint)strlen (entry->text));

  return g_string_free (markup, FALSE);
}
