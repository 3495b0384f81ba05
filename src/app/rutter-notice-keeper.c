/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-notice-keeper.h"

#include "rutter-day-range.h"
#include "rutter-paths.h"

#include <glib/gi18n-lib.h>

struct _RutterNoticeKeeper
{
  GObject             parent_instance;

  RutterSession      *session;
  RutterNoticeCard   *notice;   /* weak */
  RutterProgressCard *progress; /* weak */
  RutterNotice        shown;
  char               *text;     /* of the notice; NULL: none */
};

G_DEFINE_FINAL_TYPE (RutterNoticeKeeper, rutter_notice_keeper, G_TYPE_OBJECT)

static gboolean
has_objects (RutterRecords *records)
{
  /* Passages are of the map, not of the catalogue. */
  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    if (kind != RUTTER_KIND_PASSAGE &&
        rutter_records_get_objects (records, (RutterKind)kind)->len > 0)
      return TRUE;

  return FALSE;
}

static gboolean
shows_everything (const RutterFilter *filter)
{
  guint all = (1u << RUTTER_N_LAYER) - 1;
  RutterDayRange days = { filter->first_day, filter->last_day };

  return (filter->layers & all) == all && rutter_day_range_is_all (days) &&
         (filter->actors == NULL || *filter->actors == NULL);
}

RutterNotice
rutter_notice_choose (RutterRecords      *records,
                      RutterPicture      *picture,
                      const RutterFilter *filter)
{
  g_return_val_if_fail (records != NULL && picture != NULL && filter != NULL,
                        RUTTER_NOTICE_NONE);

  if (rutter_picture_get_n_marks (picture) > 0)
    return RUTTER_NOTICE_NONE;
  if (!has_objects (records))
    return RUTTER_NOTICE_EMPTY;

  return shows_everything (filter) ? RUTTER_NOTICE_NO_PLACE : RUTTER_NOTICE_HIDDEN;
}

static void
show (RutterNoticeKeeper *self,
      const char         *title,
      const char         *sentence)
{
  g_free (self->text);
  self->text = g_strdup_printf ("%s. %s", title, sentence);
  rutter_notice_card_show (self->notice, title, sentence);
}

static void
show_empty (RutterNoticeKeeper *self)
{
  g_autofree char *own = rutter_paths_get_own ();

  gboolean is_own = g_strcmp0 (rutter_session_get_path (self->session), own) == 0;

  show (self, _("This Catalogue Is Empty"),
        is_own ? _("It has no objects and no claims yet: open another one, or restore the one that "
                   "came with Rutter.")
               : _("It has no objects and no claims yet: open another one, or go back to your "
                   "own."));
  rutter_notice_card_add_button (self->notice, _("_Open a Catalogue…"), "app.open");
  if (is_own)
    rutter_notice_card_add_button (self->notice, _("_Restore the Starter Catalogue…"),
                                   "app.restore-starter");
  else
    rutter_notice_card_add_button (self->notice, _("Open Your Own Catalogue"), "win.open-own");
}

static void
show_notice (RutterNoticeKeeper *self,
             RutterNotice        notice)
{
  if (notice == self->shown || self->notice == NULL)
    return;

  self->shown = notice;
  switch (notice)
    {
    case RUTTER_NOTICE_EMPTY:
      show_empty (self);
      break;
    case RUTTER_NOTICE_HIDDEN:
      show (self, _("Everything Is Hidden"),
            _("The layers, actors and dates that are chosen leave nothing of this catalogue on "
              "the map."));
      rutter_notice_card_add_button (self->notice, _("_Show Everything"), "win.show-everything");
      break;
    case RUTTER_NOTICE_NO_PLACE:
      show (self, _("Nothing Here Has a Place"),
            _("No object of this catalogue has a place or a route, but the search finds each."));
      rutter_notice_card_add_button (self->notice, _("_Open a Catalogue…"), "app.open");
      break;
    case RUTTER_NOTICE_NONE:
    default:
      g_clear_pointer (&self->text, g_free);
      rutter_notice_card_hide (self->notice);
      break;
    }
}

static void
update (RutterNoticeKeeper *self)
{
  RutterRecords *records = rutter_session_get_records (self->session);
  RutterPicture *picture = rutter_session_get_picture (self->session);
  RutterFilter filter;

  if (records == NULL || picture == NULL || rutter_session_get_busy (self->session) != NULL)
    {
      show_notice (self, RUTTER_NOTICE_NONE);
      return;
    }

  rutter_choices_fill_filter (rutter_session_get_choices (self->session), &filter);
  show_notice (self, rutter_notice_choose (records, picture, &filter));
  rutter_filter_clear (&filter);
}

static double
get_fraction (gpointer user_data)
{
  RutterNoticeKeeper *self = user_data;

  return rutter_session_get_fraction (self->session);
}

static void
on_busy_changed_cb (RutterNoticeKeeper *self)
{
  const char *busy = rutter_session_get_busy (self->session);

  update (self);
  if (self->progress == NULL)
    return;

  if (busy != NULL)
    rutter_progress_card_begin (self->progress, busy, rutter_session_can_stop (self->session),
                                get_fraction, self);
  else
    rutter_progress_card_end (self->progress);
}

/* What is open can no longer be stopped, though its first picture is still being made. */
static void
on_opened_cb (RutterNoticeKeeper *self)
{
  if (self->progress != NULL && rutter_session_get_busy (self->session) != NULL)
    rutter_progress_card_set_can_stop (self->progress, FALSE);
}

static void
on_cancelled_cb (RutterNoticeKeeper *self)
{
  rutter_session_stop (self->session);
}

static void
rutter_notice_keeper_dispose (GObject *object)
{
  RutterNoticeKeeper *self = RUTTER_NOTICE_KEEPER (object);

  if (self->progress != NULL)
    rutter_progress_card_end (self->progress);
  g_clear_weak_pointer (&self->notice);
  g_clear_weak_pointer (&self->progress);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rutter_notice_keeper_parent_class)->dispose (object);
}

static void
rutter_notice_keeper_finalize (GObject *object)
{
  g_free (RUTTER_NOTICE_KEEPER (object)->text);

  G_OBJECT_CLASS (rutter_notice_keeper_parent_class)->finalize (object);
}

static void
rutter_notice_keeper_class_init (RutterNoticeKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_notice_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_notice_keeper_finalize;
}

static void
rutter_notice_keeper_init (RutterNoticeKeeper *self)
{
}

RutterNoticeKeeper *
rutter_notice_keeper_new (RutterSession      *session,
                          RutterNoticeCard   *notice,
                          RutterProgressCard *progress)
{
  RutterNoticeKeeper *self = g_object_new (RUTTER_TYPE_NOTICE_KEEPER, NULL);

  g_set_object (&self->session, session);
  g_set_weak_pointer (&self->notice, notice);
  g_set_weak_pointer (&self->progress, progress);
  g_signal_connect_object (session, "picture-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "busy-changed", G_CALLBACK (on_busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (on_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (progress, "cancelled", G_CALLBACK (on_cancelled_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

const char *
rutter_notice_keeper_get_text (RutterNoticeKeeper *self)
{
  g_return_val_if_fail (RUTTER_IS_NOTICE_KEEPER (self), NULL);

  return self->text;
}
