import type { ActionRow } from './actions.ts';

const change = 'sections/actions.ts#changeSectionAction';

// Whoever writes the planned deck: by a write link under a name, by the link to a section of it, as a writer or a host.
const WRITERS = '-- --yy -yy ---';

/** What is said of a section beside its text. The section is of Team Quay in the planned deck, and Nell's, whose link is the section link. */
export const sectionActions: readonly ActionRow[] = [
  {
    action: change,
    does: 'say that a section is ready',
    args: ({ sectionId }) => [sectionId, { type: 'status', status: 'ready' }],
    marks: WRITERS,
  },
  {
    action: change,
    does: 'say so in a series that links only open to read, as a new one does',
    openness: 'usual',
    args: ({ sectionId }) => [sectionId, { type: 'status', status: 'ready' }],
    marks: '-- ---y -yy ---',
  },
  {
    action: change,
    does: 'say so in a series that everybody with an account writes',
    openness: 'open',
    args: ({ sectionId }) => [sectionId, { type: 'status', status: 'ready' }],
    marks: '-- ---y yyy yy-',
  },
  {
    action: 'sections/actions.ts#changeYoursAction',
    does: 'say on the home page that there is nothing this time',
    args: ({ sectionId }) => [sectionId, { type: 'status', status: 'nothing' }],
    marks: WRITERS,
  },
  {
    action: change,
    does: 'take the section of somebody else',
    args: ({ sectionId }) => [sectionId, { type: 'take' }],
    // Nell has it, who comes by its link.
    marks: '-- ---y --y ---',
    once: true,
  },
  {
    action: change,
    does: 'give the section to somebody',
    args: ({ sectionId, people }) => [sectionId, { type: 'reporter', to: { personId: people.writer.personId } }],
    marks: '-- ---y --y ---',
    once: true,
  },
  {
    action: change,
    does: 'name a deputy',
    args: ({ sectionId }) => [sectionId, { type: 'deputy', to: { name: 'Dee Deputy' } }],
    marks: WRITERS,
  },
  {
    action: change,
    does: 'leave a section out',
    args: ({ sectionId }) => [sectionId, { type: 'skip', skipped: true }],
    marks: '-- ---- --y ---',
  },
  {
    action: change,
    does: 'plan the time of a section',
    args: ({ sectionId }) => [sectionId, { type: 'time', seconds: 120 }],
    marks: '-- ---- --y ---',
  },
  {
    action: change,
    does: 'say whose a section is',
    args: ({ sectionId, teams }) => [sectionId, { type: 'team', teamId: teams.lights }],
    marks: '-- ---- --y ---',
  },
  {
    action: 'sections/actions.ts#lastSectionsAction',
    does: 'read what the sections of the planned deck said last time',
    args: ({ planned }) => [planned.deckId],
    marks: '-- -yyy yyy ---',
    reads: true,
  },
  {
    action: 'sections/actions.ts#lastSectionsAction',
    does: 'read what the sections of the live deck said last time',
    args: ({ live }) => [live.deckId],
    marks: '-- -yy- yyy ---',
    reads: true,
  },
];
