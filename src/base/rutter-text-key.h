/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One word of a text: where it stands folded, and where it stood in the original. */
typedef struct
{
  guint at;       /* bytes in `folded` */
  guint length;
  guint start;    /* bytes in the text; `end` is behind the last */
  guint end;
} RutterTextWord;

/* A text as search sees it: its words in Latin letters without case and diacritics, parted by
 * single spaces. "Леди-Р" becomes "ledi r".
 */
typedef struct
{
  char           *folded;
  RutterTextWord *words;
  guint           n_words;
} RutterTextKey;

void  rutter_text_key_init    (RutterTextKey  *self,
                               const char     *text);
void  rutter_text_key_clear   (RutterTextKey  *self);
char *rutter_text_key_fold    (const char     *text);
char *rutter_text_key_squash  (const char     *folded);
char *rutter_text_key_sound   (const char     *folded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RutterTextKey, rutter_text_key_clear)

G_END_DECLS
