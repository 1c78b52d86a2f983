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
export const AUDIENCE_KEYS: readonly KeyLine[] = [
  ...STEPS,
  { keys: ['Ctrl K'], does: messages.search.palette.key },
  { keys: ['?'], does: words.show },
];

const presenting = messages.presenting.keys;

/** The keys of the presenter's page. */
export const PRESENTER_KEYS: readonly KeyLine[] = [
  ...STEPS,
  { keys: ['G', '0 – 9'], does: presenting.goTo },
  { keys: ['O'], does: presenting.overview },
  { keys: ['B', '.'], does: words.blank },
  { keys: ['L'], does: presenting.point },
  { keys: ['Z'], does: presenting.magnify },
  { keys: ['F'], does: presenting.full },
  { keys: ['Y'], does: presenting.accept },
  { keys: ['M'], does: presenting.more },
  { keys: ['?'], does: words.show },
];
