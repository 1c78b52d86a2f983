import { z } from 'zod';
import { seriesRoleSchema } from '#lib/access.ts';
import { listRecords } from '#server/archive/list-records.ts';
import { editionMarkdown } from '#server/archive/edition-markdown.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { seriesPeople } from '#server/people/series-people.ts';
import { NO_BODY, NOTHING, operation } from '#server/api/operation.ts';
import { callOf, callParams, callShape, nextCursor, pageQuery, seriesParams } from '#server/api/shapes.ts';

const editionQuery = z.object({ edition: z.coerce.number().int().min(1).max(99_999).optional() });

const recordShape = callShape.extend({
  edition: z.number().int(),
  sealed: z.boolean().describe('False while the call can still be resumed.'),
  kind: z.enum(['slides', 'minutes']),
  sections: z.array(z.string()),
});

/** Records, and the people of a series. */
export const recordOperations = [
  operation({
    id: 'listRecords',
    method: 'GET',
    path: '/series/{series}/records',
    summary: 'The records of a series, the latest call first',
    scope: 'read',
    params: seriesParams,
    query: pageQuery,
    body: NO_BODY,
    answer: z.object({ records: z.array(recordShape), next: nextCursor }),
    async work({ visitor, params, query, site }) {
      const part = { limit: query.limit, after: query.cursor };
      const { records, next } = await listRecords(visitor, params.series, part);
      return {
        json: {
          records: records.map(({ call, edition, sealed, kind, sections }) => ({
            ...callOf(call, site),
            edition,
            sealed,
            kind,
            sections,
          })),
          next,
        },
      };
    },
  }),
  operation({
    id: 'readRecord',
    method: 'GET',
    path: '/series/{series}/records/{call}',
    summary: 'The record of a call, its newest edition or the one of a number, with what was on the slides',
    scope: 'read',
    params: callParams,
    query: editionQuery,
    body: NO_BODY,
    answer: callShape.extend({
      edition: z.number().int(),
      sealed: z.boolean(),
      checksum: z.string().describe('SHA-256, hex.'),
      kind: z.enum(['slides', 'minutes']),
      sections: z.array(z.object({ key: z.string(), title: z.string(), fromSlide: z.number(), slides: z.number() })),
      slides: z.array(z.object({ section: z.string(), key: z.string(), heading: z.string(), address: z.url() })),
      text: z.string().describe('What was on the slides, Markdown.'),
    }),
    async work({ visitor, params, query, site }) {
      const record = await recordPage(visitor, params.series, params.call, query.edition ?? null);
      const { call, edition, kind, sections, slides, text } = record;
      return {
        json: {
          ...callOf(call, site),
          edition: edition.number,
          sealed: edition.sealed,
          checksum: edition.checksum,
          kind,
          sections,
          slides: slides.map(({ section, key, heading, address }) => ({
            section,
            key,
            heading,
            address: site + address,
          })),
          text,
        },
      };
    },
  }),
  operation({
    id: 'readRecordText',
    method: 'GET',
    path: '/series/{series}/records/{call}/text',
    summary: 'The Markdown of a record: what was on the slides, byte for byte',
    scope: 'read',
    params: callParams,
    query: editionQuery,
    body: NO_BODY,
    answer: null,
    async work({ visitor, params, query }) {
      const { edition } = await recordPage(visitor, params.series, params.call, query.edition ?? null);
      const { bytes } = await editionMarkdown(visitor, edition.id);
      return { text: new TextDecoder().decode(bytes), tag: `"${edition.checksum.slice(0, 32)}"` };
    },
  }),
  operation({
    id: 'listPeople',
    method: 'GET',
    path: '/series/{series}/people',
    summary: 'The members of a series with their roles. Addresses are never given away',
    scope: 'people',
    params: seriesParams,
    query: NOTHING,
    body: NO_BODY,
    answer: z.object({
      people: z.array(
        z.object({ id: z.uuid(), name: z.string(), handle: z.string().nullable(), role: seriesRoleSchema }),
      ),
    }),
    async work({ visitor, params }) {
      const { members } = await seriesPeople(visitor, params.series, false);
      return { json: { people: members.map(({ id, name, handle, role }) => ({ id, name, handle, role })) } };
    },
  }),
] as const;
