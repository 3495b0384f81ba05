/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-figure.h"

#include "rutter-error.h"
#include "rutter-figure-page.h"
#include "rutter-source-pages.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A figure is laid out in pixels of 1/96 inch; paper counts points of 1/72 inch. */
#define POINTS_PER_PIXEL 0.75

typedef gboolean (*WriteFunc) (const RutterFigurePage  *page,
                               const RutterFigure      *figure,
                               GByteArray              *bytes,
                               GError                 **error);

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_surface (cairo_surface_t  *surface,
               GError          **error)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE, _("the figure could not be painted: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

/* Ends a vector surface: its last bytes are written when it is finished. */
static gboolean
finish_surface (cairo_surface_t  *surface,
                GError          **error)
{
  gboolean is_good;

  cairo_surface_finish (surface);
  is_good = check_surface (surface, error);
  cairo_surface_destroy (surface);
  return is_good;
}

static gboolean
write_png (const RutterFigurePage  *page,
           const RutterFigure      *figure,
           GByteArray              *bytes,
           GError                 **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, figure->width,
                                                         figure->height);
  cairo_t *cr = cairo_create (surface);

  rutter_figure_page_paint (page, cr);
  cairo_destroy (cr);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    cairo_surface_write_to_png_stream (surface, append_bytes, bytes);

  return finish_surface (surface, error);
}

static gboolean
write_pdf (const RutterFigurePage  *page,
           const RutterFigure      *figure,
           GByteArray              *bytes,
           GError                 **error)
{
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (append_bytes, bytes, figure->width * POINTS_PER_PIXEL,
                                         figure->height * POINTS_PER_PIXEL);
  g_autofree char *description = rutter_figure_page_describe (page);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  rutter_figure_page_get_title (page));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Rutter " RUTTER_VERSION);

  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  rutter_figure_page_paint (page, cr);
  cairo_show_page (cr);
  rutter_source_pages_paint (cr, rutter_figure_page_list_sources (page),
                             rutter_theme_get (figure->theme), figure->width, figure->height);
  cairo_destroy (cr);

  return finish_surface (surface, error);
}

/* cairo writes glyphs as shapes, so what the figure says is added as text: a title and a
 * description that readers, search and screen readers find. They go behind the first tag.
 */
static gboolean
insert_description (GByteArray              *bytes,
                    const RutterFigurePage  *page,
                    GError                 **error)
{
  g_autofree char *description = rutter_figure_page_describe (page);
  g_autofree char *text = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>",
                                                   rutter_figure_page_get_title (page),
                                                   description);
  const char *svg = g_strstr_len ((const char *)bytes->data, bytes->len, "<svg");
  gsize length = strlen (text);
  gsize position;
  const char *end = NULL;

  if (svg != NULL)
    end = memchr (svg, '>', bytes->len - (gsize)(svg - (const char *)bytes->data));

  if (end == NULL)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE,
                   _("the figure could not be written as SVG: its first tag was not found"));
      return FALSE;
    }

  position = (gsize)(end + 1 - (const char *)bytes->data);
  g_byte_array_set_size (bytes, (guint)(bytes->len + length));
  memmove (bytes->data + position + length, bytes->data + position,
           bytes->len - length - position);
  memcpy (bytes->data + position, text, length);
  return TRUE;
}

static gboolean
write_svg (const RutterFigurePage  *page,
           const RutterFigure      *figure,
           GByteArray              *bytes,
           GError                 **error)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes,
                                                                  figure->width, figure->height);
  cairo_t *cr;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cr = cairo_create (surface);
  rutter_figure_page_paint (page, cr);
  cairo_destroy (cr);

  return finish_surface (surface, error) && insert_description (bytes, page, error);
}

static WriteFunc
find_format (const char *path)
{
  static const struct
  {
    const char *suffix;
    WriteFunc   write;
  } formats[] = { { ".png", write_png }, { ".pdf", write_pdf }, { ".svg", write_svg } };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      return formats[i].write;

  return NULL;
}

/* Returns: whether the name ends in a format that can be written: .png, .svg or .pdf */
gboolean
rutter_figure_can_write (const char *path)
{
  return find_format (path) != NULL;
}

/**
 * rutter_figure_write:
 * @path: the file, whose ending names the format: .png, .svg or .pdf
 *
 * Paints the figure and writes it aside, then renames: the file is there whole or not at all. A PDF
 * has the full list of its sources on the pages behind the figure.
 */
gboolean
rutter_figure_write (const RutterFigure  *self,
                     const char          *path,
                     GError             **error)
{
  WriteFunc write = find_format (path);
  g_autoptr(RutterFigurePage) page = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GError) local = NULL;

  g_return_val_if_fail (self->width >= RUTTER_FIGURE_MIN_SIZE, FALSE);
  g_return_val_if_fail (self->height >= RUTTER_FIGURE_MIN_SIZE, FALSE);

  if (write == NULL)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("%s: a figure is written as .png, .svg or .pdf; end its name so"), path);
      return FALSE;
    }

  page = rutter_figure_page_new (self);
  if (!write (page, self, bytes, error))
    return FALSE;

  if (!g_file_set_contents_full (path, (const char *)bytes->data, bytes->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0666, &local))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE,
                   _("%s: the figure could not be written: %s"), path, local->message);
      return FALSE;
    }

  return TRUE;
}
