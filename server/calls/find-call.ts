import { may } from '#lib/access.ts';
import type { Act, Asker } from '#lib/access.ts';
import { liveStateSchema } from '#lib/live/live-state.ts';
import type { LiveState } from '#lib/live/live-state.ts';
import type { CallMay } from '#lib/views.ts';
import type { Visitor, VisitorPerson } from '#lib/visitor.ts';
import { isText } from '#lib/text-argument.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { authorOn } from '#server/accounts/deck-author.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import type { Prisma } from '#prisma/client/client.ts';

const PARTS = {
  series: true,
  live: true,
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
  if (!isText(id) || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw nothingHere();
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
  const frozen = deck.frozenAt !== null;
  return {
    readDeck: asks('deck.read'),
    writeDeck: asks('deck.write') && !frozen,
    readLive: asks('live.read'),
    present: asks('live.present') && !frozen,
    start: call.state === 'planned' && asks('call.start'),
    end: call.state === 'live' && (asks('call.end') || isPresenter(call, asker)),
    resume: resumableUntil(call) !== null && asks('call.end'),
    readRecord: asks('record.read'),
    manageSections: asks('section.manage') && !frozen,
    lock: asks('deck.lock') && !frozen,
    putOut: asks('deck.putOut') && !frozen,
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
  const edition = call.record?.editions[0];
  if (call.state !== 'ended' || edition === undefined || edition.number !== 1 || edition.sealedAt !== null) return null;
  return edition.sealsAt.getTime() > Date.now() ? edition.sealsAt : null;
}

/** The live state while the call is live; null before and after. */
export function liveStateOf(call: CallParts): LiveState | null {
  if (call.state !== 'live' || call.live === null) return null;
  return liveStateSchema.parse(call.live.state);
}
