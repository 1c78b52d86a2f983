import type { Answer } from './ask.ts';
import type { RouteRow } from './route-handlers.ts';
import { PICTURE } from './world.ts';
import type { World } from './world.ts';

/** Served before pages are asked, so it is no route of theirs. */
const FILE = 'server/assets/serve-upload.ts';

/** o: kept · s: sign in, or give a name, first (401) · n: not by them (403) · -: 404 · f: the call has ended (409) · m: 405. */
function mark({ status }: Answer): string {
  return { 201: 'o', 401: 's', 403: 'n', 404: '-', 405: 'm', 409: 'f' }[status] ?? `${status}`;
}

const from = (url: string): RequestInit => ({
  method: 'POST',
  body: new Uint8Array(PICTURE),
  headers: { origin: url },
});
const toPlanned = ({ planned }: World): string => `/api/assets?deck=${planned.deckId}&name=quay.png`;

/** Who brings pictures: whoever writes the deck, and hosts to their series. */
export const uploads: readonly RouteRow[] = [
  {
    file: FILE,
    says: 'POST a picture for the planned deck',
    at: toPlanned,
    init: (_, url) => from(url),
    mark,
    // By a write link alone there is nobody yet whose picture it would be.
    marks: '-- -soo noo ---',
    writes: true,
  },
  {
    file: FILE,
    says: 'POST a picture for a deck whose call has ended',
    at: ({ ended }) => `/api/assets?deck=${ended.deckId}&name=quay.png`,
    init: (_, url) => from(url),
    mark,
    marks: '-- -ff- fff ---',
  },
  {
    file: FILE,
    says: 'POST a picture for a call in the bin',
    at: ({ deleted }) => `/api/assets?deck=${deleted.deckId}&name=quay.png`,
    init: (_, url) => from(url),
    mark,
    marks: '-- ---- --- ---',
  },
  {
    file: FILE,
    says: 'POST a picture for the series',
    at: ({ slug }) => `/api/assets?series=${slug}&name=quay.png`,
    init: (_, url) => from(url),
    mark,
    marks: '-- -sn- nno ---',
    writes: true,
  },
  {
    file: FILE,
    says: 'POST a picture from another site',
    at: toPlanned,
    init: () => from('https://evil.example'),
    mark,
    marks: 'nn nnnn nnn nnn',
  },
  {
    file: FILE,
    says: 'GET the address that pictures are brought to',
    at: toPlanned,
    mark,
    marks: 'mm mmmm mmm mmm',
  },
];
