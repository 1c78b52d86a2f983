import { z } from 'zod';
import { callFormSchema } from '#lib/calls/call-form.ts';
import { addresses } from '#lib/addresses.ts';
import { callPage } from '#server/calls/call-page.ts';
import { findCall } from '#server/calls/find-call.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { listCalls } from '#server/calls/list-calls.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { listSeries } from '#server/series/list-series.ts';
import { seriesPage } from '#server/series/series-page.ts';
import { NO_BODY, NOTHING, operation } from '#server/api/operation.ts';
import { callOf, callParams, callShape, nextCursor, pageQuery, seriesParams } from '#server/api/shapes.ts';

const seriesShape = z.object({
  series: z.string().describe('Its name in addresses.'),
  name: z.string(),
  timeZone: z.string(),
  address: z.url(),
});

const oneSeriesShape = seriesShape.extend({
  now: z.url().describe('Always the same: the countdown, the live call, or the last record.'),
  next: callShape.nullable(),
  records: z.number().int().describe('How many there are; 0 for who may not read them.'),
  template: z
    .string()
    .nullable()
    .describe('Id of the deck that its calls begin with; null for who may not read decks.'),
});

/** Series and their calls. */
export const seriesOperations = [
  operation({
    id: 'listSeries',
    method: 'GET',
    path: '/series',
    summary: 'Every series that you may see something of',
    scope: 'read',
    params: NOTHING,
    query: NOTHING,
    body: NO_BODY,
    answer: z.object({ series: z.array(seriesShape) }),
    async work({ visitor, site }) {
      const { series } = await listSeries(visitor);
      return { json: { series: series.map((one) => seriesOf(one.series, site)) } };
    },
  }),
  operation({
    id: 'readSeries',
    method: 'GET',
    path: '/series/{series}',
    summary: 'One series, its next call, and how many records it has',
    scope: 'read',
    params: seriesParams,
    query: NOTHING,
    body: NO_BODY,
    answer: oneSeriesShape,
    async work({ visitor, params, site }) {
      const { series, live, planned, records, template } = await seriesPage(visitor, params.series);
      const next = live ?? planned[0] ?? null;
      return {
        json: {
          ...seriesOf(series, site),
          now: site + series.addresses.now,
          next: next === null ? null : callOf(next, site),
          records,
          template: template?.deckId ?? null,
        },
      };
    },
  }),
  operation({
    id: 'listCalls',
    method: 'GET',
    path: '/series/{series}/calls',
    summary: 'The calls of a series, the latest first',
    scope: 'read',
    params: seriesParams,
    query: pageQuery,
    body: NO_BODY,
    answer: z.object({ calls: z.array(callShape), next: nextCursor }),
    async work({ visitor, params, query, site }) {
      const { calls, next } = await listCalls(visitor, params.series, { limit: query.limit, after: query.cursor });
      return { json: { calls: calls.map((call) => callOf(call, site)), next } };
    },
  }),
  operation({
    id: 'planCall',
    method: 'POST',
    path: '/series/{series}/calls',
    summary: 'Plan a call: its deck begins as the template of the series',
    scope: 'plan',
    params: seriesParams,
    query: NOTHING,
    body: { kind: 'json', schema: callFormSchema },
    answer: callShape.extend({ deck: z.string().describe('Id of its deck.') }),
    async work({ visitor, params, body, site }) {
      const { address } = await planCall(visitor, params.series, body);
      const name = address.slice(addresses.series(params.series).length + 1);
      const { call, deck } = await findCall(visitor, params.series, name, 'call.read');
      return { status: 201, json: { ...callOf(callSummary(params.series, call), site), deck: deck.id } };
    },
  }),
  operation({
    id: 'readCall',
    method: 'GET',
    path: '/series/{series}/calls/{call}',
    summary: 'One call, with the id of its deck while it has not ended',
    scope: 'read',
    params: callParams,
    query: NOTHING,
    body: NO_BODY,
    answer: callShape.extend({
      deck: z.string().nullable().describe('Null for who may not read it, and once the call has ended.'),
    }),
    async work({ visitor, params, site }) {
      const page = await callPage(visitor, params.series, params.call);
      if (page.kind === 'record') return { json: { ...callOf(page.record.call, site), deck: null } };
      if (page.kind === 'ended') return { json: { ...callOf(page.ended.call, site), deck: null } };
      return { json: { ...callOf(page.board.call, site), deck: page.board.deck?.id ?? null } };
    },
  }),
] as const;

function seriesOf(
  { slug, name, timeZone }: { readonly slug: string; readonly name: string; readonly timeZone: string },
  site: string,
): z.infer<typeof seriesShape> {
  return { series: slug, name, timeZone, address: site + addresses.series(slug) };
}
