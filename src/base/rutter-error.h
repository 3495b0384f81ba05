/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RUTTER_ERROR:
 *
 * What may go wrong in a correct program. The codes are what a caller would branch on; the
 * message is
 * one sentence for the user: what failed, on what, why, and what to do.
 */
#define RUTTER_ERROR (rutter_error_quark ())

typedef enum
{
  RUTTER_ERROR_DATABASE,   /* SQLite refused something */
  RUTTER_ERROR_CORRUPT,    /* a file is damaged, cut short, or not what it claims to be */
  RUTTER_ERROR_FOREIGN,    /* a sound file of another kind or a newer version */
  RUTTER_ERROR_NOT_FOUND,  /* a file, an object, a reference that is not there */
  RUTTER_ERROR_INVALID,    /* a value that breaks a rule of its format */
  RUTTER_ERROR_WRITE,      /* something could not be written */
  RUTTER_ERROR_READ,       /* something is there but could not be read */
  RUTTER_ERROR_REFUSED,    /* the user has not allowed it */
  RUTTER_ERROR_NETWORK,    /* a host cannot be reached, is too slow, or sends what it should not */
  RUTTER_ERROR_BUSY,       /* a host asks to be left in peace for a while */
  RUTTER_ERROR_DENIED      /* a host does not accept the key that it was given */
} RutterError;

GQuark rutter_error_quark (void);

G_END_DECLS
