/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A scheme that has a rule of its own. The three sentences say what the check found, never more
 * than it can tell: a number that passes may still belong to nobody.
 */
typedef struct
{
  const char *scheme;
  const char *prefix; /* dropped from a printed value, in any case of letters */
  gboolean    is_upper;
  gboolean  (*is_valid) (const char *value);
  const char *passes;
  const char *fails;
} Scheme;

static gboolean
is_digits (const char *value,
           gsize       n_digits)
{
  return strlen (value) == n_digits && strspn (value, "0123456789") == n_digits;
}

/* IMO ship identification number scheme: the first six digits weigh 7 down to 2; the last digit
 * of the sum is the check digit. No ship's number begins with 0.
 */
static gboolean
is_imo (const char *value)
{
  int sum = 0;

  if (!is_digits (value, 7) || value[0] == '0')
    return FALSE;

  for (int i = 0; i < 6; i++)
    sum += (value[i] - '0') * (7 - i);

  return sum % 10 == value[6] - '0';
}

/* Companies and registered owners have a check digit of another kind: weights 8 6 4 2 9 7, and
 * 11 less the sum's remainder by 11, of which the last digit counts.
 */
static gboolean
is_imo_company (const char *value)
{
  static const int weights[] = { 8, 6, 4, 2, 9, 7 };
  int sum = 0;

  if (!is_digits (value, 7))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += (value[i] - '0') * weights[i];

  return (11 - sum % 11) % 10 == value[6] - '0';
}

/* ITU-R M.585: a ship station has nine digits that begin with a maritime identification digit
 * group, whose own first digit is 2 to 7.
 */
static gboolean
is_mmsi (const char *value)
{
  return is_digits (value, 9) && value[0] >= '2' && value[0] <= '7';
}

/* ISO 17442: 18 letters or digits and two check digits, the whole read as a number with A = 10 to
 * Z = 35 leaves 1 when divided by 97 (ISO 7064, MOD 97-10).
 */
static gboolean
is_lei (const char *value)
{
  int remainder = 0;

  if (strlen (value) != 20 || !g_ascii_isdigit (value[18]) || !g_ascii_isdigit (value[19]))
    return FALSE;

  for (const char *p = value; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        remainder = (remainder * 10 + (*p - '0')) % 97;
      else if (g_ascii_isupper (*p))
        remainder = (remainder * 100 + (*p - 'A' + 10)) % 97;
      else
        return FALSE;
    }

  return remainder == 1;
}

/* UN/LOCODE: the country's two letters and three of A to Z and 2 to 9. */
static gboolean
is_locode (const char *value)
{
  if (strlen (value) != 5 || !g_ascii_isupper (value[0]) || !g_ascii_isupper (value[1]))
    return FALSE;

  for (const char *p = value + 2; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && (*p < '2' || *p > '9'))
      return FALSE;

  return TRUE;
}

static const Scheme schemes[] = {
  { "imo", "IMO", FALSE, is_imo,
    N_("IMO number passes its check digit"),
    N_("IMO number fails its check digit: kept as printed, never used to match") },
  { "imo-company", "IMO", FALSE, is_imo_company,
    N_("IMO company number passes its check digit"),
    N_("IMO company number fails its check digit: kept as printed, never used to match") },
  { "mmsi", "MMSI", FALSE, is_mmsi,
    N_("MMSI has the form of a ship's: nine digits, the first from 2 to 7"),
    N_("MMSI does not have the form of a ship's: kept as printed, never used to match") },
  { "lei", "LEI", TRUE, is_lei,
    N_("LEI passes its check digits"),
    N_("LEI fails its check digits: kept as printed, never used to match") },
  { "locode", NULL, TRUE, is_locode,
    N_("UN/LOCODE has the right form"),
    N_("UN/LOCODE does not have the right form: kept as printed, never used to match") },
};

static const Scheme *
find_scheme (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (schemes[i].scheme, id) == 0)
      return &schemes[i];

  return NULL;
}

/**
 * rutter_identifier_check:
 * @scheme: what kind of identifier it is; one without a rule of its own is not checked
 * @value: (nullable): the value in its normal form, see rutter_identifier_normalize()
 */
RutterCheck
rutter_identifier_check (const char *scheme,
                         const char *value)
{
  const Scheme *found = find_scheme (scheme);

  if (found == NULL)
    return RUTTER_CHECK_UNCHECKED;

  return value != NULL && found->is_valid (value) ? RUTTER_CHECK_VALID : RUTTER_CHECK_INVALID;
}

/**
 * rutter_identifier_normalize:
 * @as_printed: (nullable): as a list prints it: "IMO 9161003", "KP RJN"
 *
 * The form that is compared: without the scheme's name before it, without blanks, in capitals
 * where the scheme knows no small letters. Nothing is mended; what was wrong stays wrong. A
 * value of a scheme without a rule only loses the blanks around it.
 *
 * Returns: (transfer full): never NULL
 */
char *
rutter_identifier_normalize (const char *scheme,
                             const char *as_printed)
{
  const Scheme *found = find_scheme (scheme);
  char *value = g_strstrip (g_strdup (as_printed != NULL ? as_printed : ""));
  gsize prefix_length;
  char *to;

  if (found == NULL)
    return value;

  prefix_length = found->prefix != NULL ? strlen (found->prefix) : 0;
  if (prefix_length > 0 && g_ascii_strncasecmp (value, found->prefix, prefix_length) == 0 &&
      !g_ascii_isalpha (value[prefix_length]))
    memmove (value, value + prefix_length, strlen (value + prefix_length) + 1);

  to = value;
  for (const char *from = value; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = found->is_upper ? g_ascii_toupper (*from) : *from;
  *to = '\0';

  return value;
}

/**
 * rutter_identifier_explain:
 *
 * Returns: what the check found, a sentence without its full stop
 */
const char *
rutter_identifier_explain (const char  *scheme,
                           RutterCheck  check)
{
  const Scheme *found = find_scheme (scheme);

  if (found == NULL || check == RUTTER_CHECK_UNCHECKED)
    return _("Identifiers of this kind have no check of their own");

  return check == RUTTER_CHECK_VALID ? _(found->passes) : _(found->fails);
}
