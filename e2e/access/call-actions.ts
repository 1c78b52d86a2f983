import { UNSENT } from '#lib/forms/form-state.ts';
import type { ActionRow } from './actions.ts';
import { form } from './call-action.ts';
import { scheduleOf } from '#lib/dates/call-date.ts';
import { insertCall, insertCallDeck } from '#server/calls/insert-call.ts';
import { database } from '#server/database/client.ts';

/** Series and their calls. */
export const callActions: readonly ActionRow[] = [
  {
    action: 'series/actions.ts#createSeriesAction',
    does: 'start a series',
    args: () => [
      UNSENT,
      form({
        name: 'Night Ferries',
        slug: '',
        timeZone: 'UTC',
        readDecks: 'members',
        readLive: 'members',
        readRecords: 'members',
        write: 'members',
        date: '2031-05-01',
        time: '15:05',
        title: '',
      }),
    ],
    marks: '-- ---- yyy yy-',
  },
  {
    action: 'series/actions.ts#createSampleAction',
    does: 'make the sample',
    args: () => [UNSENT, form({ timeZone: 'Europe/Berlin' })],
    marks: '-- ---- yyy yy-',
  },
  {
    action: 'calls/actions.ts#planCallAction',
    does: 'plan a call',
    args: ({ slug }) => [slug, UNSENT, form({ date: '2031-02-06', time: '15:05', title: 'Next' })],
    marks: '-- ---- --y ---',
  },
  {
    action: 'calls/actions.ts#planCallAction',
    does: 'plan a call of an open series',
    openness: 'open',
    args: ({ slug }) => [slug, UNSENT, form({ date: '2031-02-06', time: '', title: '' })],
    marks: '-- ---- --y ---',
  },
  {
    action: 'calls/actions.ts#startCallAction',
    does: 'start the planned call',
    args: ({ planned }) => [planned.id],
    marks: '-- ---- --y ---',
  },
  {
    action: 'calls/actions.ts#endCallAction',
    does: 'end the live call',
    args: ({ live }) => [live.id],
    marks: '-- ---- --y ---',
  },
  {
    action: 'calls/actions.ts#endCallAction',
    does: 'end the live call of an open series',
    openness: 'open',
    args: ({ live }) => [live.id],
    marks: '-- ---- --y ---',
  },
  {
    action: 'calls/actions.ts#resumeCallAction',
    does: 'resume the call that just ended',
    args: ({ ended }) => [ended.id],
    marks: '-- ---- --y ---',
  },
  {
    action: 'closing/actions.ts#gatherAgainAction',
    does: 'ask once more for pictures that a record lacks',
    args: ({ ended }) => [ended.id],
    marks: '-- ---- --y ---',
  },
  {
    action: 'closing/actions.ts#reopenCallAction',
    does: 'take back that a call was not held',
    args: async ({ seriesId }) => [await notHeldCall(seriesId)],
    marks: '-- ---- --y ---',
  },
  {
    action: 'calls/actions.ts#changeSlotAction',
    does: 'say how long the planned call may take',
    args: ({ planned }) => [planned.id, 45 * 60],
    marks: '-- ---- --y ---',
  },
  {
    action: 'calls/actions.ts#changeSlotAction',
    does: 'say how long the live call of an open series may take',
    openness: 'open',
    args: ({ live }) => [live.id, 30 * 60],
    marks: '-- ---- --y ---',
  },
  {
    action: 'calls/actions.ts#changeSlotAction',
    does: 'say how long the call may take that has ended',
    args: ({ ended }) => [ended.id, 45 * 60],
    marks: '-- ---- --- ---',
  },
  {
    action: 'calls/actions.ts#removeHelloAction',
    does: 'take a name out of the record',
    args: ({ ended }) => [ended.id, ended.helloId],
    marks: '-- ---- --y ---',
  },
  {
    action: 'calls/actions.ts#startCallAction',
    does: 'start a deleted call',
    args: ({ deleted }) => [deleted.id],
    marks: '-- ---- --- ---',
  },
  {
    action: 'bin/actions.ts#deleteCallAction',
    does: 'delete the planned call',
    args: ({ planned }) => [planned.id],
    marks: '-- ---- --y ---',
  },
  {
    action: 'bin/actions.ts#deleteCallAction',
    does: 'delete the record of an open series',
    openness: 'open',
    args: ({ ended }) => [ended.id],
    marks: '-- ---- --y ---',
  },
  {
    action: 'bin/actions.ts#deleteCallAction',
    does: 'delete the live call',
    args: ({ live }) => [live.id],
    marks: '-- ---- --- ---',
  },
  {
    action: 'bin/actions.ts#restoreCallAction',
    does: 'bring a deleted call back',
    args: ({ deleted }) => [deleted.id],
    marks: '-- ---- --y ---',
  },
  {
    action: 'bin/actions.ts#deleteSeriesAction',
    does: 'delete a series',
    args: ({ spare }) => [spare.slug, UNSENT, form({ confirm: spare.name })],
    marks: '-- ---- --y ---',
  },
  {
    action: 'bin/actions.ts#deleteSeriesAction',
    does: 'delete a series whose call is live',
    args: ({ slug }) => [slug, UNSENT, form({ confirm: `Harbour ${slug}` })],
    marks: '-- ---- --- ---',
  },
  {
    action: 'bin/actions.ts#restoreSeriesAction',
    does: 'bring a deleted series back',
    once: true,
    args: ({ deletedSeries }) => [deletedSeries.id],
    marks: '-- ---- --y y--',
  },
  {
    action: 'calls/actions.ts#planCallAction',
    does: 'plan a call of a deleted series',
    args: ({ deletedSeries }) => [deletedSeries.slug, UNSENT, form({ date: '2031-02-06', time: '15:05', title: '' })],
    marks: '-- ---- --- ---',
  },
];

/** A call that nobody started. */
async function notHeldCall(seriesId: string): Promise<string> {
  const date = '2031-03-06';
  return database().$transaction(async (tx) => {
    const schedule = scheduleOf(date, undefined, 'UTC');
    const call = await insertCall(tx, { seriesId, date, schedule, title: 'Nobody came', state: 'ended' });
    await insertCallDeck(tx, call, { text: '# Nobody came\n', personId: null });
    await tx.call.update({ where: { id: call.id }, data: { outcome: 'not_held' } });
    return call.id;
  });
}
