/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-tile-address.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for an address of map tiles. Its response is “show” once there is one. */
#define RUTTER_TYPE_ADDRESS_DIALOG (rutter_address_dialog_get_type ())

G_DECLARE_FINAL_TYPE (RutterAddressDialog, rutter_address_dialog, RUTTER, ADDRESS_DIALOG,
                      AdwMessageDialog)

GtkWidget         *rutter_address_dialog_new         (GtkWindow                *parent,
                                                      const RutterTileAddress  *address);
RutterTileAddress *rutter_address_dialog_dup_address (RutterAddressDialog      *self,
                                                      GError                  **error);

G_END_DECLS
