/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-catalog.h"

G_BEGIN_DECLS

typedef enum
{
  RUTTER_CLI_DONE = 0,
  RUTTER_CLI_FAILED = 1,  /* bad data, not found */
  RUTTER_CLI_USAGE = 2
} RutterCliStatus;

/* What every verb is handed. */
typedef struct
{
  char     *catalog;      /* given with --catalog, or NULL */
  gboolean  json;
} RutterCli;

typedef RutterCliStatus (*RutterCliVerb) (RutterCli  *cli,
                                          int         argc,
                                          char      **argv);

RutterRecords   *rutter_cli_load    (RutterCli   *cli);
char            *rutter_cli_find_catalog (RutterCli *cli);
void             rutter_cli_complain (const char *format,
                                      ...) G_GNUC_PRINTF (1, 2);

RutterCliStatus  rutter_cli_ais     (RutterCli   *cli,
                                     int          argc,
                                     char       **argv);
RutterCliStatus  rutter_cli_listen  (RutterCli   *cli,
                                     int          argc,
                                     char       **argv);
RutterCliStatus  rutter_cli_list    (RutterCli   *cli,
                                     int          argc,
                                     char       **argv);
RutterCliStatus  rutter_cli_show    (RutterCli   *cli,
                                     int          argc,
                                     char       **argv);
RutterCliStatus  rutter_cli_search  (RutterCli   *cli,
                                     int          argc,
                                     char       **argv);
RutterCliStatus  rutter_cli_check   (RutterCli   *cli,
                                     int          argc,
                                     char       **argv);
RutterCliStatus  rutter_cli_figure  (RutterCli   *cli,
                                     int          argc,
                                     char       **argv);
RutterCliStatus  rutter_cli_route   (RutterCli   *cli,
                                     int          argc,
                                     char       **argv);

RutterCliStatus  rutter_cli_list_passages (RutterCli *cli);

G_END_DECLS
