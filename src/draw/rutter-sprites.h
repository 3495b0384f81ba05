/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-symbol.h"

G_BEGIN_DECLS

/* Symbols that were painted once, to be stamped many times. */
typedef struct _RutterSprites RutterSprites;

RutterSprites   *rutter_sprites_new  (const RutterTheme *theme,
                                      RutterTextCache   *texts,
                                      double             zoom,
                                      double             rotation,
                                      double             scale);
void             rutter_sprites_free (RutterSprites     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSprites, rutter_sprites_free)

/* Returns: (transfer none): the symbol of a mark in the middle of an image */
cairo_surface_t *rutter_sprites_get  (RutterSprites     *self,
                                      const RutterMark  *mark,
                                      double             alpha,
                                      double             ground_alpha);

G_END_DECLS
