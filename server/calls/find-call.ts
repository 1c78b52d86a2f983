import { may } from '#lib/access.ts';
import type { Act, Asker } from '#lib/access.ts';
import { RESUME_WINDOW } from '#lib/calls/resume-window.ts';
import { liveStateSchema } from '#lib/live/live-state.ts';
import type { LiveState } from '#lib/live/live-state.ts';
import type { CallMay } from '#lib/views.ts';
import type { Visitor, VisitorPerson } from '#lib/visitor.ts';
import { isText } from '#lib/text-argument.ts';
import { isUuid } from '#lib/uuid.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { authorOn } from '#server/accounts/deck-author.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import type { Prisma } from '#prisma/client/client.ts';

const PARTS = {
  series: true,
  live: true,
  closing: { select: { step: true, picturesTotal: true, picturesDone: true, details: true, error: true } },
  decks: { where: { kind: 'call' } },
  record: {
    select: {
      editions: { select: { sealedAt: true, sealsAt: true, number: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  },
} as const satisfies Prisma.CallInclude;

/** A call with what its pages and acts need. */
export type CallParts = Prisma.CallGetPayload<{ include: typeof PARTS }>;

export interface FoundCall {
  readonly call: CallParts;
  readonly deck: CallParts['decks'][number];
  readonly asker: Asker;
  /** As whom the visitor writes in the deck; null for nobody. */
  readonly author: VisitorPerson | null;
}

/** The call at an address of a series, if the visitor may do this there. */
export async function findCall(visitor: Visitor, slug: string, address: string, act: Act): Promise<FoundCall> {
  if (!isText(slug) || !isText(address)) throw nothingHere();
  const call = await database().call.findFirst({ where: { address, series: { slug } }, include: PARTS });
  return allowed(visitor, call, act);
}

/** The call of an id, if the visitor may do this there. Anything that is no id is not found. */
export async function findCallById(visitor: Visitor, id: string, act: Act): Promise<FoundCall> {
  if (!isUuid(id)) throw nothingHere();
  return allowed(visitor, await database().call.findUnique({ where: { id }, include: PARTS }), act);
}

async function allowed(visitor: Visitor, call: CallParts | null, act: Act): Promise<FoundCall> {
  const deck = call?.decks[0];
  if (call === null || deck === undefined) throw nothingHere();
  const asker = await authorize(visitor, act, call.series, deck.id);
  return { call, deck, asker, author: await authorOn(visitor, deck.id) };
}

/** What the asker may do with the call as it stands now. */
export function callMay({ call, deck, asker }: FoundCall): CallMay {
  const asks = (act: Act): boolean => may(asker, act, call.series);
  const open = (act: Act): boolean => deck.frozenAt === null && asks(act);
  return {
    readDeck: asks('deck.read'),
    writeDeck: open('deck.write'),
    held: asker.held && deck.frozenAt === null && may({ ...asker, held: false }, 'deck.write', call.series),
    readLive: asks('live.read'),
    present: open('live.present'),
    takeOver: open('live.takeOver'),
    start: call.state === 'planned' && asks('call.start'),
    end: call.state === 'live' && (asks('call.end') || isPresenter(call, asker)),
    resume: resumableUntil(call) !== null && asks('call.end'),
    readRecord: asks('record.read'),
    manageSections: open('section.manage'),
    lock: open('deck.lock'),
    putOut: open('deck.putOut'),
    history: asks('deck.history'),
    delete: asks('call.delete'),
  };
}

/** Whether the asker drives the stage of this call at present, and still may. */
export function isPresenter(call: CallParts, asker: Asker): boolean {
  const presenter = liveStateOf(call)?.presenter;
  return asker.personId !== null && presenter?.personId === asker.personId && may(asker, 'live.present', call.series);
}

/** Until when the call can be resumed, or null when it cannot. */
export function resumableUntil(call: CallParts): Date | null {
  if (call.state !== 'ended' || call.endedAt === null) return null;
  const edition = call.record?.editions[0] ?? unwritten(call.endedAt, call.closing);
  if (edition === null || edition.number !== 1 || edition.sealedAt !== null) return null;
  return edition.sealsAt.getTime() > Date.now() ? edition.sealsAt : null;
}

/** The edition that a closing is about to write. */
function unwritten(endedAt: Date, closing: CallParts['closing']) {
  if (closing === null) return null;
  return { number: 1, sealedAt: null, sealsAt: new Date(endedAt.getTime() + RESUME_WINDOW) };
}

/** The live state while the call is live; null before and after. */
export function liveStateOf(call: CallParts): LiveState | null {
  if (call.state !== 'live' || call.live === null) return null;
  return liveStateSchema.parse(call.live.state);
}
