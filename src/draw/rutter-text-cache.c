/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-text-cache.h"

#include <math.h>

#define FAMILY "Cantarell,Sans"
/* Layouts that were not asked for during so many paintings are dropped. */
#define KEEP_PAINTINGS 4
/* Sizes are rounded to parts of a pixel. Names and symbols grow with every bit of zoom, and Pango
 * and cairo keep hundreds of fonts with all their glyphs; of these sizes there are few.
 */
#define PARTS 4

struct _RutterTextCache
{
  PangoContext *context;
  GHashTable   *texts;     /* style and text -> RutterText */
  guint         painting;
};

static void
free_text (RutterText *text)
{
  g_object_unref (text->layout);
  g_free (text);
}

/* A font map of its own, so that a placer may be used by one thread after another. Without
 * rounding, a text is as wide on paper as it is on any screen. */
static PangoContext *
create_context (void)
{
  g_autoptr(PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static PangoLayout *
create_layout (RutterTextCache       *self,
               const char            *text,
               const RutterTextStyle *style)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);
  g_autofree char *capitals = style->capitals ? g_utf8_strup (text, -1) : NULL;
  int width;

  pango_font_description_set_absolute_size (font, style->size_px * PANGO_SCALE);
  if (style->italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (style->spacing_px > 0)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_letter_spacing_new (style->spacing_px * PANGO_SCALE));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }

  pango_layout_set_text (layout, capitals != NULL ? capitals : text, -1);
  pango_layout_get_size (layout, &width, NULL);
  if (style->wrap_px > 0 && width > style->wrap_px * PANGO_SCALE)
    {
      pango_layout_set_width (layout, style->wrap_px * PANGO_SCALE);
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
    }
  else if (style->max_px > 0 && width > style->max_px * PANGO_SCALE)
    {
      pango_layout_set_width (layout, style->max_px * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

static gboolean
is_stale (gpointer key,
          gpointer value,
          gpointer user_data)
{
  RutterTextCache *self = user_data;
  RutterText *text = value;

  return self->painting - text->painting > KEEP_PAINTINGS;
}

RutterTextCache *
rutter_text_cache_new (void)
{
  RutterTextCache *self = g_new0 (RutterTextCache, 1);

  self->context = create_context ();
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify)free_text);
  return self;
}

void
rutter_text_cache_free (RutterTextCache *self)
{
  g_clear_object (&self->context);
  g_hash_table_unref (self->texts);
  g_free (self);
}

void
rutter_text_cache_begin (RutterTextCache *self)
{
  self->painting++;
  g_hash_table_foreach_remove (self->texts, is_stale, self);
}

const RutterText *
rutter_text_cache_get (RutterTextCache       *self,
                       const char            *string,
                       const RutterTextStyle *wanted)
{
  RutterTextStyle rounded = *wanted;
  const RutterTextStyle *style = &rounded;
  g_autofree char *key = NULL;
  PangoRectangle extents;
  RutterText *text;

  rounded.size_px = round (wanted->size_px * PARTS) / PARTS;
  key = g_strdup_printf ("%d %d %d%d%d %d %d %s", (int)(style->size_px * 16),
                         (int)(style->spacing_px * 16), style->italic, style->bold,
                         style->capitals, (int)style->wrap_px, (int)style->max_px,
                         string);
  text = g_hash_table_lookup (self->texts, key);
  if (text == NULL)
    {
      text = g_new0 (RutterText, 1);
      text->layout = create_layout (self, string, style);
      pango_layout_get_extents (text->layout, NULL, &extents);
      /* A line's own leading is air enough above and below: the box is as high as the letters. */
      text->size.x = (double)extents.width / PANGO_SCALE + 2 * RUTTER_TEXT_PADDING;
      text->size.y = (double)extents.height / PANGO_SCALE - 0.25 * style->size_px +
                     2 * RUTTER_TEXT_PADDING;
      text->origin.x = RUTTER_TEXT_PADDING - (double)extents.x / PANGO_SCALE;
      text->origin.y = RUTTER_TEXT_PADDING - (double)extents.y / PANGO_SCALE -
                       0.125 * style->size_px;
      g_hash_table_insert (self->texts, g_steal_pointer (&key), text);
    }

  text->painting = self->painting;
  return text;
}
