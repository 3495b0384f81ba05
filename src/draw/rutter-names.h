/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-placer.h"

G_BEGIN_DECLS

/* The names of the ground: countries, seas, straits, canals, cities and ports, immutable once
 * read. Names and marks share one placer, so that no text crosses another text or another mark.
 */
typedef struct _RutterNames RutterNames;

/* In the language that the program speaks. */
RutterNames *rutter_names_new_from_files   (const char         *gazetteer_path,
                                            const char         *cities_path,
                                            const char         *ports_path,
                                            GError            **error);
RutterNames *rutter_names_new_in_language  (const char         *gazetteer_path,
                                            const char         *cities_path,
                                            const char         *ports_path,
                                            const char         *language,
                                            GError            **error);
RutterNames *rutter_names_ref              (RutterNames        *self);
void         rutter_names_unref            (RutterNames        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterNames, rutter_names_unref)

/* Adds what a view at its zoom may name, by rutter_placer_add(), between the placer's begin and
 * end. The text is copied there.
 */
void         rutter_names_add_to_placer    (RutterNames        *self,
                                            const RutterView   *view,
                                            const RutterTheme  *theme,
                                            RutterPlacer       *placer);

G_END_DECLS
