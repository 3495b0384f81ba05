/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* Gives every flow its place in the bundle of those that run between the same two points in the
 * same direction, so that none lies on another. Bundles are by points, not by names: Russia and the
 * USSR share an anchor, their flows to one recipient must part all the same.
 */
typedef struct _RutterFlowBundler RutterFlowBundler;

RutterFlowBundler *rutter_flow_bundler_new      (void);
void               rutter_flow_bundler_free     (RutterFlowBundler       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterFlowBundler, rutter_flow_bundler_free)

/* @ends: world square.
 * Returns: the flow's place in its bundle, in order of adding, 0 first. */
int                rutter_flow_bundler_add      (RutterFlowBundler       *self,
                                                 const RutterPoint        ends[2]);
int                rutter_flow_bundler_get_size (const RutterFlowBundler *self,
                                                 const RutterPoint        ends[2]);

G_END_DECLS
