/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-mid.h"

#include "rutter-language.h"

#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/ustring.h>

#define NAME_SIZE 160

typedef struct
{
  guint16  first, last;
  char     territory[3];
} Run;

/* The ITU's table of Maritime Identification Digits (Radio Regulations, Appendix 42), as the npm
 * packages mmsi-country-lookup 1.0.2 (MIT), @michaeljfazio/mids 2.0.2 (Apache-2.0) and mmsi.js
 * 0.2.1 (MIT) have it. Where they differ two of the three were followed; 471 and 550 were given
 * out after the oldest of them. Parts of a state that ISO 3166-1 has no code for go under the
 * state's: the Azores, Madeira, Alaska, Adelie Land; Ascension stands under Saint Helena's.
 */
static const Run runs[] = {
  { 201, 201, "AL" }, { 202, 202, "AD" }, { 203, 203, "AT" }, { 204, 204, "PT" },
  { 205, 205, "BE" }, { 206, 206, "BY" }, { 207, 207, "BG" }, { 208, 208, "VA" },
  { 209, 210, "CY" }, { 211, 211, "DE" }, { 212, 212, "CY" }, { 213, 213, "GE" },
  { 214, 214, "MD" }, { 215, 215, "MT" }, { 216, 216, "AM" }, { 218, 218, "DE" },
  { 219, 220, "DK" }, { 224, 225, "ES" }, { 226, 228, "FR" }, { 229, 229, "MT" },
  { 230, 230, "FI" }, { 231, 231, "FO" }, { 232, 235, "GB" }, { 236, 236, "GI" },
  { 237, 237, "GR" }, { 238, 238, "HR" }, { 239, 241, "GR" }, { 242, 242, "MA" },
  { 243, 243, "HU" }, { 244, 246, "NL" }, { 247, 247, "IT" }, { 248, 249, "MT" },
  { 250, 250, "IE" }, { 251, 251, "IS" }, { 252, 252, "LI" }, { 253, 253, "LU" },
  { 254, 254, "MC" }, { 255, 255, "PT" }, { 256, 256, "MT" }, { 257, 259, "NO" },
  { 261, 261, "PL" }, { 262, 262, "ME" }, { 263, 263, "PT" }, { 264, 264, "RO" },
  { 265, 266, "SE" }, { 267, 267, "SK" }, { 268, 268, "SM" }, { 269, 269, "CH" },
  { 270, 270, "CZ" }, { 271, 271, "TR" }, { 272, 272, "UA" }, { 273, 273, "RU" },
  { 274, 274, "MK" }, { 275, 275, "LV" }, { 276, 276, "EE" }, { 277, 277, "LT" },
  { 278, 278, "SI" }, { 279, 279, "RS" }, { 301, 301, "AI" }, { 303, 303, "US" },
  { 304, 305, "AG" }, { 306, 306, "CW" }, { 307, 307, "AW" }, { 308, 309, "BS" },
  { 310, 310, "BM" }, { 311, 311, "BS" }, { 312, 312, "BZ" }, { 314, 314, "BB" },
  { 316, 316, "CA" }, { 319, 319, "KY" }, { 321, 321, "CR" }, { 323, 323, "CU" },
  { 325, 325, "DM" }, { 327, 327, "DO" }, { 329, 329, "GP" }, { 330, 330, "GD" },
  { 331, 331, "GL" }, { 332, 332, "GT" }, { 334, 334, "HN" }, { 336, 336, "HT" },
  { 338, 338, "US" }, { 339, 339, "JM" }, { 341, 341, "KN" }, { 343, 343, "LC" },
  { 345, 345, "MX" }, { 347, 347, "MQ" }, { 348, 348, "MS" }, { 350, 350, "NI" },
  { 351, 357, "PA" }, { 358, 358, "PR" }, { 359, 359, "SV" }, { 361, 361, "PM" },
  { 362, 362, "TT" }, { 364, 364, "TC" }, { 366, 369, "US" }, { 370, 374, "PA" },
  { 375, 377, "VC" }, { 378, 378, "VG" }, { 379, 379, "VI" }, { 401, 401, "AF" },
  { 403, 403, "SA" }, { 405, 405, "BD" }, { 408, 408, "BH" }, { 410, 410, "BT" },
  { 412, 414, "CN" }, { 416, 416, "TW" }, { 417, 417, "LK" }, { 419, 419, "IN" },
  { 422, 422, "IR" }, { 423, 423, "AZ" }, { 425, 425, "IQ" }, { 428, 428, "IL" },
  { 431, 432, "JP" }, { 434, 434, "TM" }, { 436, 436, "KZ" }, { 437, 437, "UZ" },
  { 438, 438, "JO" }, { 440, 441, "KR" }, { 443, 443, "PS" }, { 445, 445, "KP" },
  { 447, 447, "KW" }, { 450, 450, "LB" }, { 451, 451, "KG" }, { 453, 453, "MO" },
  { 455, 455, "MV" }, { 457, 457, "MN" }, { 459, 459, "NP" }, { 461, 461, "OM" },
  { 463, 463, "PK" }, { 466, 466, "QA" }, { 468, 468, "SY" }, { 470, 471, "AE" },
  { 472, 472, "TJ" }, { 473, 473, "YE" }, { 475, 475, "YE" }, { 477, 477, "HK" },
  { 478, 478, "BA" }, { 501, 501, "FR" }, { 503, 503, "AU" }, { 506, 506, "MM" },
  { 508, 508, "BN" }, { 510, 510, "FM" }, { 511, 511, "PW" }, { 512, 512, "NZ" },
  { 514, 515, "KH" }, { 516, 516, "CX" }, { 518, 518, "CK" }, { 520, 520, "FJ" },
  { 523, 523, "CC" }, { 525, 525, "ID" }, { 529, 529, "KI" }, { 531, 531, "LA" },
  { 533, 533, "MY" }, { 536, 536, "MP" }, { 538, 538, "MH" }, { 540, 540, "NC" },
  { 542, 542, "NU" }, { 544, 544, "NR" }, { 546, 546, "PF" }, { 548, 548, "PH" },
  { 550, 550, "TL" }, { 553, 553, "PG" }, { 555, 555, "PN" }, { 557, 557, "SB" },
  { 559, 559, "AS" }, { 561, 561, "WS" }, { 563, 566, "SG" }, { 567, 567, "TH" },
  { 570, 570, "TO" }, { 572, 572, "TV" }, { 574, 574, "VN" }, { 576, 577, "VU" },
  { 578, 578, "WF" }, { 601, 601, "ZA" }, { 603, 603, "AO" }, { 605, 605, "DZ" },
  { 607, 607, "TF" }, { 608, 608, "SH" }, { 609, 609, "BI" }, { 610, 610, "BJ" },
  { 611, 611, "BW" }, { 612, 612, "CF" }, { 613, 613, "CM" }, { 615, 615, "CG" },
  { 616, 616, "KM" }, { 617, 617, "CV" }, { 618, 618, "TF" }, { 619, 619, "CI" },
  { 620, 620, "KM" }, { 621, 621, "DJ" }, { 622, 622, "EG" }, { 624, 624, "ET" },
  { 625, 625, "ER" }, { 626, 626, "GA" }, { 627, 627, "GH" }, { 629, 629, "GM" },
  { 630, 630, "GW" }, { 631, 631, "GQ" }, { 632, 632, "GN" }, { 633, 633, "BF" },
  { 634, 634, "KE" }, { 635, 635, "TF" }, { 636, 637, "LR" }, { 638, 638, "SS" },
  { 642, 642, "LY" }, { 644, 644, "LS" }, { 645, 645, "MU" }, { 647, 647, "MG" },
  { 649, 649, "ML" }, { 650, 650, "MZ" }, { 654, 654, "MR" }, { 655, 655, "MW" },
  { 656, 656, "NE" }, { 657, 657, "NG" }, { 659, 659, "NA" }, { 660, 660, "RE" },
  { 661, 661, "RW" }, { 662, 662, "SD" }, { 663, 663, "SN" }, { 664, 664, "SC" },
  { 665, 665, "SH" }, { 666, 666, "SO" }, { 667, 667, "SL" }, { 668, 668, "ST" },
  { 669, 669, "SZ" }, { 670, 670, "TD" }, { 671, 671, "TG" }, { 672, 672, "TN" },
  { 674, 674, "TZ" }, { 675, 675, "UG" }, { 676, 676, "CD" }, { 677, 677, "TZ" },
  { 678, 678, "ZM" }, { 679, 679, "ZW" }, { 701, 701, "AR" }, { 710, 710, "BR" },
  { 720, 720, "BO" }, { 725, 725, "CL" }, { 730, 730, "CO" }, { 735, 735, "EC" },
  { 740, 740, "FK" }, { 745, 745, "GF" }, { 750, 750, "GY" }, { 755, 755, "PY" },
  { 760, 760, "PE" }, { 765, 765, "SR" }, { 770, 770, "UY" }, { 775, 775, "VE" },
};

/* Given out to the Netherlands Antilles, and used by what they parted into. */
#define SHARED_MID 306
static const char *const sharers[] = { "BQ", "CW", "SX" };

/**
 * rutter_mid_get_territory:
 * @mid: Maritime Identification Digits; any number
 *
 * Returns: (nullable): the ISO 3166-1 code, two capital letters, of the state or territory that
 *   they are given out to; %NULL for digits that are not given out. Of several, one
 */
const char *
rutter_mid_get_territory (guint mid)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (runs);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (mid < runs[middle].first)
        high = middle;
      else if (mid > runs[middle].last)
        low = middle + 1;
      else
        return runs[middle].territory;
    }

  return NULL;
}

/**
 * rutter_mid_is_of:
 * @territory: (nullable): an ISO 3166-1 code of two letters
 *
 * Returns: whether the digits are given out to @territory
 */
gboolean
rutter_mid_is_of (guint       mid,
                  const char *territory)
{
  if (mid == SHARED_MID)
    for (guint i = 0; i < G_N_ELEMENTS (sharers); i++)
      if (g_strcmp0 (territory, sharers[i]) == 0)
        return TRUE;

  return territory != NULL && g_strcmp0 (rutter_mid_get_territory (mid), territory) == 0;
}

/* The short name where the long one says more than people call the place. */
static UDisplayContext
get_length (const char *territory)
{
  static const char *const short_named[] = { "HK", "MM", "MO", "PS" };

  for (guint i = 0; i < G_N_ELEMENTS (short_named); i++)
    if (strcmp (short_named[i], territory) == 0)
      return UDISPCTX_LENGTH_SHORT;

  return UDISPCTX_LENGTH_FULL;
}

/* Returns: (transfer full): as ICU calls it in the program's language, the code when it does not */
static char *
read_name (const char *territory)
{
  UDisplayContext context = get_length (territory);
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names =
    uldn_openForContext (rutter_language_get_id (), &context, 1, &status);
  UChar name[NAME_SIZE];
  char text[NAME_SIZE * 3];

  uldn_regionDisplayName (names, territory, name, NAME_SIZE, &status);
  u_strToUTF8 (text, sizeof text, NULL, name, -1, &status);
  uldn_close (names);

  return g_strdup (U_SUCCESS (status) ? text : territory);
}

/**
 * rutter_territory_get_name:
 * @territory: (nullable): an ISO 3166-1 code of two letters
 *
 * Any thread may ask.
 *
 * Returns: (nullable) (transfer none): its customary name in the program's language, kept for ever
 */
const char *
rutter_territory_get_name (const char *territory)
{
  static GMutex lock;
  static GHashTable *names;
  char *name;

  if (territory == NULL || strlen (territory) != 2)
    return NULL;

  g_mutex_lock (&lock);
  if (names == NULL)
    names = g_hash_table_new (g_str_hash, g_str_equal);
  name = g_hash_table_lookup (names, territory);
  if (name == NULL)
    {
      name = read_name (territory);
      g_hash_table_insert (names, g_strdup (territory), name);
    }
  g_mutex_unlock (&lock);

  return name;
}

/**
 * rutter_mid_dup_name:
 *
 * Returns: (nullable): the name of the state or territory, of each where several share @mid
 */
char *
rutter_mid_dup_name (guint mid)
{
  if (mid == SHARED_MID)
    return g_strdup_printf ("%s / %s / %s", rutter_territory_get_name (sharers[0]),
                            rutter_territory_get_name (sharers[1]),
                            rutter_territory_get_name (sharers[2]));

  return g_strdup (rutter_territory_get_name (rutter_mid_get_territory (mid)));
}
