/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-claim-card.h"

#include "rutter-source-row.h"
#include "rutter-status-badge.h"
#include "rutter-text-label.h"

#include <glib/gi18n-lib.h>

/* More sources than this start folded. */
#define OPEN_SOURCES 2

struct _RutterClaimCard
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (RutterClaimCard, rutter_claim_card, ADW_TYPE_BIN)

static void
rutter_claim_card_class_init (RutterClaimCardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "claimcard");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rutter_claim_card_init (RutterClaimCard *self)
{
}

static void
append_head (GtkBox                   *box,
             const RutterDetailsClaim *claim)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (head), claim->is_computed
                                    ? rutter_status_badge_new_for_computation ()
                                    : rutter_status_badge_new (claim->status));
  if (claim->denials->len > 0)
    gtk_box_append (GTK_BOX (head), rutter_status_badge_new_for_denial ());
  gtk_box_append (box, head);
}

static void
append_words (GtkBox                   *box,
              const RutterDetailsClaim *claim)
{
  GtkWidget *statement = rutter_text_label_new (claim->statement, "statement");

  gtk_label_set_selectable (GTK_LABEL (statement), TRUE);
  gtk_box_append (box, statement);
  if (claim->hedge != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("In the source’s words: “%s”"), claim->hedge);

      gtk_box_append (box, rutter_text_label_new (text, "hedge"));
    }
  if (claim->context != NULL)
    gtk_box_append (box, rutter_text_label_new (claim->context, "legend-text"));
  if (claim->note != NULL)
    gtk_box_append (box, rutter_text_label_new (claim->note, "legend-text"));
  if (claim->about != NULL && claim->about_uid != NULL)
    {
      gtk_box_append (box, rutter_text_label_new (C_("object", "Said of"), "legend-text"));
      gtk_box_append (box, rutter_text_label_new_link (claim->about, claim->about_uid));
    }
}

static void
append_denials (GtkBox                   *box,
                const RutterDetailsClaim *claim)
{
  GtkWidget *denials = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (claim->denials->len == 0)
    return;

  gtk_widget_add_css_class (denials, "denials");
  gtk_box_append (GTK_BOX (denials),
                  rutter_text_label_new (C_("heading", "Denied by"), "small-heading"));
  for (guint i = 0; i < claim->denials->len; i++)
    {
      const RutterDetailsRow *row = g_ptr_array_index (claim->denials, i);

      gtk_box_append (GTK_BOX (denials), row->uid != NULL ?
                      rutter_text_label_new_link (row->text, row->uid) :
                      rutter_text_label_new (row->text, NULL));
    }
  gtk_box_append (box, denials);
}

static GtkWidget *
create_side (const char   *heading,
             const char   *text,
             const char   *uid,
             RutterStatus  status)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (side), rutter_text_label_new (heading, "small-heading"));
  gtk_box_append (GTK_BOX (side), rutter_status_badge_new (status));
  gtk_box_append (GTK_BOX (side), uid != NULL ? rutter_text_label_new_link (text, uid) :
                                                rutter_text_label_new (text, NULL));

  return side;
}

static void
append_contradiction (GtkBox                   *box,
                      const RutterDetailsClaim *claim,
                      const RutterDetailsRow   *row)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title = NULL;

  title = row->label != NULL ? g_strdup_printf (_("Sources differ: %s"), row->label) :
                               g_strdup (_("Sources differ"));
  gtk_widget_add_css_class (frame, "contradiction");
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), create_side (_("This claim"), claim->statement, NULL,
                                                claim->status));
  gtk_box_append (GTK_BOX (sides),
                  create_side (C_("claim", "The other"), row->text, row->uid, row->status));
  gtk_box_append (GTK_BOX (frame), rutter_text_label_new (title, "small-heading"));
  gtk_box_append (GTK_BOX (frame), sides);
  if (row->note != NULL)
    gtk_box_append (GTK_BOX (frame), rutter_text_label_new (row->note, "legend-text"));
  gtk_box_append (box, frame);
}

static void
append_sources (GtkBox                   *box,
                const RutterDetailsClaim *claim)
{
  g_autofree char *title = g_strdup_printf (_("Sources (%u)"), claim->sources->len);
  GtkWidget *expander = gtk_expander_new (title);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (list, "sources");
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < claim->sources->len; i++)
    gtk_box_append (GTK_BOX (list),
                    rutter_source_row_new (g_ptr_array_index (claim->sources, i)));
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), claim->sources->len <= OPEN_SOURCES);
  gtk_box_append (box, expander);
}

GtkWidget *
rutter_claim_card_new (const RutterDetailsClaim *claim)
{
  GtkWidget *self = g_object_new (RUTTER_TYPE_CLAIM_CARD, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  append_head (box, claim);
  append_words (box, claim);
  append_denials (box, claim);
  for (guint i = 0; i < claim->contradictions->len; i++)
    append_contradiction (box, claim, g_ptr_array_index (claim->contradictions, i));
  if (claim->sources->len > 0)
    append_sources (box, claim);

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  gtk_widget_add_css_class (self, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, claim->statement, -1);

  return self;
}
