import type { KeyLine } from '#components/connection/keys-dialog.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.live.keysHelp;

/** Keys that go through the slides, the same for presenter and audience. */
const STEPS: readonly KeyLine[] = [
  { keys: ['→', 'Space', 'Page ↓'], does: words.next },
  { keys: ['←', 'Page ↑'], does: words.previous },
  { keys: ['Home'], does: words.first },
  { keys: ['End'], does: words.last },
];

/** The keys of the audience's page, as its help lists them. */
export const AUDIENCE_KEYS: readonly KeyLine[] = [...STEPS, { keys: ['?'], does: words.show }];

/** The keys of the presenter's page. */
export const PRESENTER_KEYS: readonly KeyLine[] = [
  ...STEPS,
  { keys: ['B'], does: words.blank },
  { keys: ['?'], does: words.show },
];
