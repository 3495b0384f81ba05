/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-painter.h"

#include "rutter-ground.h"

struct _RutterPainter
{
  RutterPaintFunc func;
  gpointer        data;
  GDestroyNotify  destroy;
};

typedef struct
{
  RutterBasemap *basemap;
  RutterThemeId  theme;
} Ground;

typedef struct
{
  RutterPicture *picture;
  RutterNames   *names;
  RutterThemeId  theme;
  char          *selected;
  RutterSharedPlacer *placer;
  char          *lit;
} Scene;

static void
paint_ground (cairo_t          *cr,
              const RutterView *view,
              gpointer          data)
{
  Ground *ground = data;

  rutter_ground_paint (cr, ground->basemap, view, rutter_theme_get (ground->theme), TRUE);
}

static void
free_ground (gpointer data)
{
  Ground *ground = data;

  g_clear_pointer (&ground->basemap, rutter_basemap_unref);
  g_free (ground);
}

static void
paint_scene (cairo_t          *cr,
             const RutterView *view,
             gpointer          data)
{
  Scene *scene = data;
  RutterScenePaint paint = {
    .picture = scene->picture,
    .names = scene->names,
    .theme = rutter_theme_get (scene->theme),
    .selected = scene->selected,
    .lit = scene->lit,
    .fast = TRUE,
    .placer = rutter_shared_placer_borrow (scene->placer),
  };

  rutter_scene_paint (cr, view, &paint);
  if (paint.placer != NULL)
    rutter_shared_placer_return (scene->placer);
}

static void
free_scene (gpointer data)
{
  Scene *scene = data;

  g_clear_pointer (&scene->picture, rutter_picture_unref);
  g_clear_pointer (&scene->names, rutter_names_unref);
  g_free (scene->selected);
  rutter_shared_placer_unref (scene->placer);
  g_free (scene->lit);
  g_free (scene);
}

static void
clear_painter (gpointer data)
{
  RutterPainter *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
}

/* @func runs in a worker thread, on @data alone. */
RutterPainter *
rutter_painter_new (RutterPaintFunc func,
                    gpointer        data,
                    GDestroyNotify  destroy)
{
  RutterPainter *self = g_atomic_rc_box_new0 (RutterPainter);

  self->func = func;
  self->data = data;
  self->destroy = destroy;

  return self;
}

/* @basemap NULL paints a plain sea. */
RutterPainter *
rutter_painter_new_ground (RutterBasemap *basemap,
                           RutterThemeId  theme)
{
  Ground *ground = g_new0 (Ground, 1);

  ground->basemap = basemap != NULL ? rutter_basemap_ref (basemap) : NULL;
  ground->theme = theme;

  return rutter_painter_new (paint_ground, ground, free_ground);
}

/* @picture, @names and @selected may each be NULL. */
RutterPainter *
rutter_painter_new_scene (RutterPicture *picture,
                          RutterNames   *names,
                          RutterThemeId  theme,
                          const char    *selected,
                          RutterSharedPlacer *placer)
{
  Scene *scene = g_new0 (Scene, 1);

  scene->picture = picture != NULL ? rutter_picture_ref (picture) : NULL;
  scene->names = names != NULL ? rutter_names_ref (names) : NULL;
  scene->theme = theme;
  scene->selected = g_strdup (selected);
  scene->placer = rutter_shared_placer_ref (placer);

  return rutter_painter_new (paint_scene, scene, free_scene);
}

/* An object with its companions, alone and with a halo. */
RutterPainter *
rutter_painter_new_lit (RutterPicture *picture,
                        RutterThemeId  theme,
                        const char    *uid)
{
  Scene *scene = g_new0 (Scene, 1);

  scene->picture = rutter_picture_ref (picture);
  scene->theme = theme;
  /* Its own, so that it never keeps the scene's names waiting. */
  scene->placer = rutter_shared_placer_new ();
  scene->lit = g_strdup (uid);

  return rutter_painter_new (paint_scene, scene, free_scene);
}

RutterPainter *
rutter_painter_ref (RutterPainter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rutter_painter_unref (RutterPainter *self)
{
  g_atomic_rc_box_release_full (self, clear_painter);
}

void
rutter_painter_paint (RutterPainter    *self,
                      cairo_t          *cr,
                      const RutterView *view)
{
  self->func (cr, view, self->data);
}
