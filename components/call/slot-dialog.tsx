import { MinutesDialog } from '#components/ui/minutes-dialog.tsx';
import { MOST_SLOT_MINUTES } from '#lib/calls/call-slot.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.callTime.slot;

interface SlotDialogProps {
  /** Seconds; null where nobody said so. */
  readonly slot: number | null;
  readonly onKeep: (seconds: number | null) => void;
  readonly onClose: () => void;
}

/** How long a call may take, in minutes; empty to say nothing of that. */
export function SlotDialog({ slot, onKeep, onClose }: SlotDialogProps) {
  return (
    <MinutesDialog
      words={{ ...words, minutes: messages.sections.time.minutes, cancel: messages.sections.give.cancel }}
      range={{ least: 1, most: MOST_SLOT_MINUTES }}
      seconds={slot}
      onKeep={onKeep}
      onClose={onClose}
    />
  );
}
