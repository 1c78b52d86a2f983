import { UNSENT } from '#lib/forms/form-state.ts';

import type { ActionRow } from './actions.ts';
import { form } from './call-action.ts';

const HOST = '-- ---- --y ---';

/** The git repository of a series. */
export const mirrorRows: readonly ActionRow[] = [
  {
    action: 'mirror/actions.ts#setMirrorAction',
    does: 'say into which repository the records go',
    args: ({ slug }) => [slug, UNSENT, form({ where: 'folder', branch: 'main' })],
    marks: HOST,
  },
  {
    action: 'mirror/actions.ts#tryMirrorAction',
    does: 'try the mirror now',
    args: ({ slug }) => [slug],
    marks: HOST,
  },
  {
    action: 'mirror/actions.ts#turnMirrorAction',
    does: 'turn the mirror off',
    args: ({ slug }) => [slug, false],
    marks: HOST,
  },
  {
    action: 'mirror/actions.ts#forgetServerKeyAction',
    does: 'let the mirror’s server show another key',
    args: ({ slug }) => [slug],
    marks: HOST,
  },
  {
    action: 'mirror/actions.ts#goOnFromTheirsAction',
    does: 'go on from another history',
    args: ({ slug }) => [slug],
    marks: HOST,
  },
];
