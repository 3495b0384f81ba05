/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How long a host is allowed. */
typedef enum
{
  RUTTER_NET_NEVER,
  RUTTER_NET_ONCE,   /* for the next thing that asks for it */
  RUTTER_NET_RUN,    /* until the program ends */
  RUTTER_NET_ALWAYS, /* kept in the settings */
} RutterNetGrant;

/* Who may be contacted: nobody at first. Off wins over every host that is allowed; a host is a name
 * or an address without its port, and allowing it says nothing of names above or below it. Belongs
 * to the main thread.
 *
 * Signals:
 *   changed ()  something is allowed that was not, or the other way about
 */
#define RUTTER_TYPE_NET_POLICY (rutter_net_policy_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetPolicy, rutter_net_policy, RUTTER, NET_POLICY, GObject)

RutterNetPolicy *rutter_net_policy_new        (GSettings        *settings);
gboolean         rutter_net_policy_is_on      (RutterNetPolicy  *self);
void             rutter_net_policy_set_on     (RutterNetPolicy  *self,
                                               gboolean          on);
gboolean         rutter_net_policy_allow      (RutterNetPolicy  *self,
                                               const char       *host,
                                               RutterNetGrant    grant,
                                               GError          **error);
void             rutter_net_policy_forbid     (RutterNetPolicy  *self,
                                               const char       *host);
void             rutter_net_policy_spend      (RutterNetPolicy  *self,
                                               const char       *host);
RutterNetGrant   rutter_net_policy_get_grant  (RutterNetPolicy  *self,
                                               const char       *host);
gboolean         rutter_net_policy_permits    (RutterNetPolicy  *self,
                                               const char       *host);
GStrv            rutter_net_policy_list_hosts (RutterNetPolicy  *self);
char            *rutter_net_host_from_text    (const char       *text,
                                               GError          **error);

G_END_DECLS
