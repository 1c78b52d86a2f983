'use client';

import { useMemo } from 'react';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { outlineOf, partAt, type OutlinePart, type PartPlace } from '#lib/live/audience-outline.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { LiveCourse, LiveShown } from './live-course.ts';

/** What an audience's page is about at this moment. */
export interface AudienceNow {
  /** Of what is presented. */
  readonly model: DeckModel;
  readonly outline: readonly OutlinePart[];
  readonly shown: LiveShown;
  /** The section that this page shows. */
  readonly here: PartPlace | null;
  /** The section on the stage. */
  readonly onStage: PartPlace | null;
}

/** The slides, their sections, and where this page and the stage are in them. */
export function useAudience(session: DeckSession, course: LiveCourse): AudienceNow {
  const presentation = useStore(session.presentation);
  const sections = useStore(session.sections);
  const shown = useStore(course);
  const outline = useMemo(() => outlineOf(presentation, sections), [presentation, sections]);
  return {
    model: presentation.model,
    outline,
    shown,
    here: partAt(outline, shown.position.slide),
    onStage: shown.live === null ? null : partAt(outline, shown.live.slide),
  };
}
