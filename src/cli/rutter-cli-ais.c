/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-ais-json.h"
#include "rutter-cli-ais-simulate.h"
#include "rutter-number.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

/* What is written, gathered so that a message does not cost a call. */
typedef struct
{
  char      text[CHUNK + RUTTER_AIS_JSON_SIZE];
  gsize     length;
  gboolean  has_failed;
} Output;

static void
flush_output (Output *output)
{
  if (output->length > 0 && fwrite (output->text, 1, output->length, stdout) != output->length)
    output->has_failed = TRUE;
  output->length = 0;
}

static void
on_message_cb (const RutterAisReport  *report,
               const RutterAisMessage *message,
               gpointer                user_data)
{
  Output *output = user_data;

  output->length += rutter_ais_json_write (report, message, output->text + output->length);
  if (output->length >= CHUNK)
    flush_output (output);
}

/* Pushes all that @fd gives; after each piece what came of it is written, so that a pipe from a
 * receiver is followed as it goes.
 */
static gboolean
decode_stream (RutterAisDecoder *decoder,
               Output           *output,
               int               fd)
{
  g_autofree char *bytes = g_malloc (CHUNK);

  while (!output->has_failed)
    {
      ssize_t length = read (fd, bytes, CHUNK);

      if (length < 0 && errno == EINTR)
        continue;
      if (length < 0)
        return FALSE;
      if (length == 0)
        break;

      rutter_ais_decoder_push (decoder, bytes, (gsize)length, 0);
      flush_output (output);
      fflush (stdout);
    }

  rutter_ais_decoder_flush (decoder, 0);
  flush_output (output);
  if (fflush (stdout) != 0)
    output->has_failed = TRUE;
  return TRUE;
}

typedef struct
{
  const char *name;   /* of the JSON field, and the word in a line of text */
  gsize       offset;
} Count;

#define COUNT(name) { #name, G_STRUCT_OFFSET (RutterAisCounts, n_##name) }

static const Count counts_shown[] = {
  COUNT (lines), COUNT (sentences), COUNT (json), COUNT (messages), COUNT (no_checksum),
  COUNT (bad_checksum), COUNT (malformed), COUNT (bad_payload), COUNT (incomplete),
  COUNT (wrong_length), COUNT (unknown_type), COUNT (unread_json), COUNT (bad_tags),
  COUNT (long_lines),
};

static guint64
get_count (const RutterAisCounts *counts,
           const Count           *count)
{
  return G_STRUCT_MEMBER (guint64, counts, count->offset);
}

static void
print_counts (const RutterAisCounts *counts,
              gboolean               json)
{
  g_autoptr(GString) types = g_string_new (NULL);

  for (guint type = 1; type < RUTTER_AIS_N_TYPES; type++)
    if (counts->n_messages[type] > 0 && json)
      g_string_append_printf (types, "%s\"%u\":%" G_GUINT64_FORMAT, types->len > 0 ? "," : "",
                              type, counts->n_messages[type]);
    else if (counts->n_messages[type] > 0)
      g_string_append_printf (types, "type_%u\t%" G_GUINT64_FORMAT "\n", type,
                              counts->n_messages[type]);

  for (guint i = 0; i < G_N_ELEMENTS (counts_shown); i++)
    g_print (json ? "%s\"%s\":%" G_GUINT64_FORMAT : "%s%s\t%" G_GUINT64_FORMAT "\n",
             !json ? "" : i == 0 ? "{" : ",", counts_shown[i].name,
             get_count (counts, &counts_shown[i]));
  if (json)
    g_print (",\"types\":{%s}}\n", types->str);
  else
    g_print ("%s", types->str);
}

/* What was not decoded is told on standard error: silence would pass for completeness. */
static void
complain_of_losses (const char            *name,
                    const RutterAisCounts *counts)
{
  guint64 n_bad = rutter_ais_counts_sum_bad (counts) + counts->n_incomplete;
  g_autofree char *number = rutter_count_to_text ((gint64)n_bad);

  if (n_bad > 0)
    rutter_cli_complain (_("%s: left out as damaged or unknown: %s; --count tells why"), name,
                         number);
}

static RutterCliStatus
decode (RutterCli  *cli,
        const char *path,
        gboolean    is_counting)
{
  g_autofree Output *output = g_new0 (Output, 1);
  g_autoptr(RutterAisDecoder) decoder = NULL;
  gboolean is_stdin = strcmp (path, "-") == 0;
  const char *name = is_stdin ? _("standard input") : path;
  const RutterAisCounts *counts;
  int fd = is_stdin ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean was_read;
  int reason;

  decoder = rutter_ais_decoder_new (is_counting ? NULL : on_message_cb, output);
  was_read = fd >= 0 && decode_stream (decoder, output, fd);
  reason = errno;
  if (fd >= 0 && !is_stdin)
    close (fd);
  if (!was_read)
    {
      rutter_cli_complain (_("%s could not be read: %s"), name, g_strerror (reason));
      return RUTTER_CLI_FAILED;
    }
  if (output->has_failed)
    {
      rutter_cli_complain (_("standard output could not be written; what was decoded is not "
                             "complete"));
      return RUTTER_CLI_FAILED;
    }

  counts = rutter_ais_decoder_get_counts (decoder);
  if (is_counting)
    print_counts (counts, cli->json);
  else
    complain_of_losses (name, counts);
  if (counts->n_messages[0] > 0)
    return RUTTER_CLI_DONE;

  rutter_cli_complain (_("%s: there is no AIS message in it that can be decoded"), name);
  return RUTTER_CLI_FAILED;
}

/* rutter-cli ais decode [--count] [FILE|-], ais listen ADDRESS, ais simulate [OPTION...] */
RutterCliStatus
rutter_cli_ais (RutterCli  *cli,
                int         argc,
                char      **argv)
{
  const char *path = NULL;
  gboolean is_counting = FALSE;

  if (argc > 0 && strcmp (argv[0], "listen") == 0)
    return rutter_cli_listen (cli, argc - 1, argv + 1);
  if (argc > 0 && strcmp (argv[0], "simulate") == 0)
    return rutter_cli_ais_simulate (cli, argc - 1, argv + 1);
  if (argc < 1 || strcmp (argv[0], "decode") != 0)
    {
      rutter_cli_complain (_("ais: say what to do: decode [--count] [FILE|-], listen ADDRESS, or "
                             "simulate [OPTION...]"));
      return RUTTER_CLI_USAGE;
    }

  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--count") == 0)
      is_counting = TRUE;
    else if ((argv[i][0] == '-' && argv[i][1] != '\0') || path != NULL)
      {
        rutter_cli_complain (_("ais decode: name one file, or - for standard input"));
        return RUTTER_CLI_USAGE;
      }
    else
      path = argv[i];

  return decode (cli, path != NULL ? path : "-", is_counting);
}
