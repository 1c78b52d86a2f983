import { accountActions } from './account-actions.ts';
import { adminActions } from './admin-actions.ts';
import { callActions } from './call-actions.ts';
import { correctionActions } from './correction-actions.ts';
import { deckActions } from './deck-actions.ts';
import type { Openness } from './audiences.ts';
import { historyActions } from './history-actions.ts';
import { mirrorRows } from './mirror-actions.ts';
import { ownActions } from './own-actions.ts';
import { peopleActions } from './people-actions.ts';
import { picturesActions } from './pictures-actions.ts';
import type { Marks, Role } from './roles.ts';
import { pictureActions } from './picture-actions.ts';
import { sectionActions } from './section-actions.ts';
import { teamActions } from './team-actions.ts';
import type { World } from './world.ts';

/**
 * Every server action, called as the browser calls it. A new one needs a row in one of the files that are gathered below: its file under
 * `app/` and its name, what it does, arguments that are entirely valid, and who may:
 *
 *   y  it is done: the answer holds no refusal, and something is written
 *   -  it is refused in words, and nothing is written
 *
 * in the order of `ROLES`: nobody, guest without a link · read link, write link, guest by write link, section link ·
 * reader, writer, host · admin, member of another series, disabled host.
 *
 * Refusals are asked in a world that all rows share, acts that are allowed in a world of the row's own.
 */
export interface ActionRow {
  /** `file#name`. */
  readonly action: string;
  readonly does: string;
  readonly args: (world: World) => readonly unknown[] | Promise<readonly unknown[]>;
  readonly marks: Marks;
  /** The kind of series it is asked in; closed when left out. */
  readonly openness?: Openness;
  /** Nothing of a series is written by it. */
  readonly reads?: true;
  /** Nobody can do it after somebody has: each gets a world of their own. */
  readonly once?: true;
  /** Comes with these cookies instead of the role's usual ones. */
  readonly cookie?: (world: World, role: Role) => Promise<string>;
}

export const actions: readonly ActionRow[] = [
  ...accountActions,
  ...ownActions,
  ...adminActions,
  ...callActions,
  ...correctionActions,
  ...deckActions,
  ...historyActions,
  ...peopleActions,
  ...mirrorRows,
  ...picturesActions,
  ...pictureActions,
  ...sectionActions,
  ...teamActions,
];
