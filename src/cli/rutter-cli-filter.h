/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"

G_BEGIN_DECLS

/* What a verb is asked to keep: the options --layers, --actors, --time and --as-of, as typed. */
typedef struct
{
  char *layers;
  char *actors;
  char *time;
  char *as_of;
} RutterCliFilter;

/* For a list of GOptionEntry; `filter` is a RutterCliFilter that outlives the parsing. */
#define RUTTER_CLI_FILTER_ENTRIES(filter) \
  { "layers", 0, 0, G_OPTION_ARG_STRING, &(filter).layers, NULL, NULL }, \
  { "actors", 0, 0, G_OPTION_ARG_STRING, &(filter).actors, NULL, NULL }, \
  { "time", 0, 0, G_OPTION_ARG_STRING, &(filter).time, NULL, NULL }, \
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &(filter).as_of, NULL, NULL }

void      rutter_cli_filter_clear    (RutterCliFilter        *self);
/* Whether one of the options was given. */
gboolean  rutter_cli_filter_is_set   (const RutterCliFilter  *self);
/* Parses the options of a verb. On success the words that are no options stay in @words, their
 * number in @n_words.
 */
gboolean  rutter_cli_parse_options   (const char             *verb,
                                      const GOptionEntry     *entries,
                                      int                     argc,
                                      char                  **argv,
                                      char                 ***words,
                                      int                    *n_words,
                                      GError                **error);
/* Changes what is asked for in @filter, which is initialized; the rest stays. A sentence for the
 * user on failure.
 */
gboolean  rutter_cli_filter_apply    (const RutterCliFilter  *self,
                                      RutterRecords          *records,
                                      RutterFilter           *filter,
                                      GError                **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RutterCliFilter, rutter_cli_filter_clear)

G_END_DECLS
