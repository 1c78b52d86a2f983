'use client';

import { useState, useTransition } from 'react';
import { messages } from '#lib/messages/en.ts';
import type { SectionChange } from '#lib/sections/section-change.ts';
import type { SectionActions } from './section-actions.ts';

/** Changes one section: whether that is under way, and why the last change was refused. */
export interface SectionChanging {
  readonly pending: boolean;
  readonly refusal: string | null;
  readonly change: (change: SectionChange) => void;
}

/** What changes the section of this row. What is shown changes when the server has told everybody, not before. */
export function useSectionChange(actions: Pick<SectionActions, 'change'>, sectionId: string): SectionChanging {
  const [pending, begin] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = (wanted: SectionChange): void =>
    begin(async () => {
      // A server that cannot be reached throws: that is no reason to take the page away.
      setRefusal(await actions.change(sectionId, wanted).catch(() => messages.sections.problems.unreachable));
    });
  return { pending, refusal, change };
}
