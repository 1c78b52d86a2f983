'use client';

import { MinutesDialog } from '#components/ui/minutes-dialog.tsx';
import { messages } from '#lib/messages/en.ts';
import { MOST_PLANNED_SECONDS } from '#lib/sections/section-change.ts';

const words = messages.sections.time;

interface TimeDialogProps {
  readonly title: string;
  readonly seconds: number | null;
  readonly onPlan: (seconds: number | null) => void;
  readonly onClose: () => void;
}

/** How long a section is to take, in minutes; empty for as long as it takes. */
export function TimeDialog({ title, seconds, onPlan, onClose }: TimeDialogProps) {
  return (
    <MinutesDialog
      words={{ ...words, title, keep: words.plan, cancel: messages.sections.give.cancel }}
      range={{ least: 0, most: MOST_PLANNED_SECONDS / 60 }}
      seconds={seconds}
      onKeep={onPlan}
      onClose={onClose}
    />
  );
}
