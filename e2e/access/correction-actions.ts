import { UNSENT } from '#lib/forms/form-state.ts';
import type { ActionRow } from './actions.ts';
import { form } from './call-action.ts';

const correction = 'corrections/actions.ts';

/** What is put right after a call. Team Quay is the writer's; its record is sealed, and the closing time has not come. */
export const correctionActions: readonly ActionRow[] = [
  {
    action: `${correction}#beginCorrectionAction`,
    does: 'correct a section of one’s team',
    args: ({ corrected }) => [corrected.id, 'team-quay', UNSENT, form({})],
    marks: '-- ---- -yy ---',
    once: true,
  },
  {
    action: `${correction}#beginCorrectionAction`,
    does: 'correct a section of nobody’s in a series that everybody writes',
    openness: 'open',
    args: ({ corrected }) => [corrected.id, 'corrected-call', UNSENT, form({})],
    marks: '-- ---- --y ---',
  },
  {
    action: `${correction}#beginCorrectionAction`,
    does: 'correct a section once the time for it is over',
    args: ({ ended }) => [ended.id, 'team-quay', UNSENT, form({})],
    // Its record is not sealed yet: not even a host.
    marks: '-- ---- --- ---',
  },
  {
    action: `${correction}#publishCorrectionAction`,
    does: 'publish a correction',
    openness: 'open',
    args: ({ corrected }) => [corrected.deckId, true],
    marks: '-- ---- --y ---',
    once: true,
  },
  {
    action: `${correction}#withdrawCorrectionAction`,
    does: 'withdraw the correction of somebody else’s section',
    openness: 'open',
    args: ({ corrected }) => [corrected.deckId],
    marks: '-- ---- --y ---',
    once: true,
  },
  {
    action: 'corrections/record-actions.ts#correctRecordAction',
    does: 'correct the date of an imported record',
    args: ({ imported }) => [imported.id, form({ date: '2025-11-14', title: 'Imported' })],
    marks: '-- ---- --y ---',
  },
];
