import type { IncomingMessage } from 'node:http';
import { Refusal } from '#lib/errors.ts';
import { CLOSE, type CloseCode } from '#lib/sync/close-codes.ts';
import type { Visitor } from '#lib/visitor.ts';
import { bearerOf, type VisitingToken } from '#server/api-tokens/visiting-program.ts';
import type { DeckAccess } from '#server/accounts/deck-access.ts';
import { isOwnOrigin } from '#server/http/own-origin.ts';
import type { Standing } from '#server/rooms/member.ts';

/** How a socket learns who is asking. Injected, so that tests need neither accounts nor Next. */
export interface Doors {
  readonly access: (visitor: Visitor, deckId: string) => Promise<DeckAccess>;
  readonly visitorOf: (headers: Headers) => Promise<Visitor>;
  readonly visitorOfTicket: (
    ticket: string,
    deckId: string,
  ) => Promise<{ readonly visitor: Visitor; readonly grant: 'read' | 'write' } | null>;
  readonly visitorOfToken: (token: string) => Promise<VisitingToken | null>;
  /** Origin of this instance's pages, or null when only the Host header tells it. */
  readonly publicUrl: string | null;
}

/** Who wants in where: of a request all that is asked of it as long as its socket is open. The rest is heavy, and may go. */
export interface Applicant {
  readonly deckId: string;
  readonly epoch: number | null;
  readonly ticket: string | null;
  /** Comes to follow the live call alone, whatever else they may do here. */
  readonly follows: boolean;
  /** An API token, from the Authorization header. */
  readonly token: string | null;
  readonly cookie: string | null;
}

/** A socket that is not let in: closed with this code and one sentence. */
export class Turned extends Error {
  override readonly name = 'Turned';
  readonly code: CloseCode;

  constructor(code: CloseCode, reason: string) {
    super(reason);
    this.code = code;
  }
}

/**
 * Who comes to `/sync/<deck>?epoch=N&ticket=T&follows=1`. Throws Turned when that is no address of a deck's socket, or when a page of
 * another site opened it: a browser says truthfully which did, and without this check any site could use the cookie.
 */
export function applicantOf({ url, headers }: IncomingMessage, publicUrl: string | null): Applicant {
  const { pathname, searchParams } = new URL(url ?? '/', 'http://socket');
  const deckId = /^\/sync\/([A-Za-z0-9-]{1,64})$/.exec(pathname)?.[1];
  if (deckId === undefined) throw new Turned(CLOSE.noSuchDeck, 'There is no such deck.');
  const [epoch, ticket] = [searchParams.get('epoch'), searchParams.get('ticket')];
  const token = bearerOf(headers.authorization);
  if (ticket === null && token === null && !isOwnOrigin(headers, publicUrl))
    throw new Turned(
      CLOSE.notAllowed,
      'This page comes from another site: clients that are no browser need a ticket or a token.',
    );
  return {
    deckId,
    epoch: epoch !== null && /^\d{1,9}$/.test(epoch) ? Number(epoch) : null,
    ticket,
    follows: searchParams.get('follows') === '1',
    token,
    cookie: headers.cookie ?? null,
  };
}

/** Asks who this is and what they may do now. Throws Turned when they may not even read. */
export async function admit(doors: Doors, applicant: Applicant): Promise<Standing> {
  const standing = await standingOf(doors, applicant);
  if (standing.read) return standing;
  if (standing.person === null) throw new Turned(CLOSE.signInFirst, 'Sign in to open this deck.');
  throw new Turned(CLOSE.notAllowed, 'You may not open this deck. Ask a host of the series.');
}

function standingOf(doors: Doors, applicant: Applicant): Promise<Standing> {
  if (applicant.ticket !== null) return admitTicket(doors, applicant, applicant.ticket);
  if (applicant.token !== null) return admitProgram(doors, applicant, applicant.token);
  return admitBrowser(doors, applicant);
}

/** A program with an API token: on decks that its series lets it read, and writes only when its token says so. */
async function admitProgram(doors: Doors, applicant: Applicant, token: string): Promise<Standing> {
  const held = await doors.visitorOfToken(token);
  if (held === null) throw new Turned(CLOSE.signInFirst, 'This token is not known, was ended, or is too old.');
  if (!held.scopes.has('sync')) throw new Turned(CLOSE.notAllowed, 'This token does not have the scope “sync”.');
  const { author, read, write, audienceOnly } = await ask(doors, held.visitor, applicant);
  return {
    person: personOf(author),
    read: read && !audienceOnly,
    write: write && held.scopes.has('write'),
    present: false,
    takeOver: false,
    audienceOnly: false,
  };
}

async function admitBrowser(doors: Doors, applicant: Applicant): Promise<Standing> {
  const { cookie, follows } = applicant;
  const visitor = await doors.visitorOf(new Headers(cookie === null ? {} : { cookie }));
  const access = await ask(doors, visitor, applicant);
  return {
    person: personOf(access.author),
    read: access.read,
    // Thousands may follow what anybody may read: they are the audience, too, and take no writer's place.
    write: access.write && !follows,
    present: access.present,
    takeOver: access.takeOver,
    audienceOnly: access.audienceOnly || follows,
  };
}

async function admitTicket(doors: Doors, applicant: Applicant, ticket: string): Promise<Standing> {
  const held = await doors.visitorOfTicket(ticket, applicant.deckId);
  if (held === null)
    throw new Turned(CLOSE.signInFirst, 'This ticket is not valid, or has expired: make another with plenum ticket.');
  const access = await ask(doors, held.visitor, applicant);
  // A ticket stands for itself: its person is a member of nothing. Only freezing, a lock, and what hosts hold while the call is live are stronger.
  const open = access.deck.frozenAt === null && !access.locked && !access.held;
  const write = held.grant === 'write' && open;
  return {
    person: personOf(held.visitor.person),
    read: true,
    write,
    present: false,
    takeOver: false,
    audienceOnly: false,
  };
}

async function ask(doors: Doors, visitor: Visitor, { deckId, epoch }: Applicant): Promise<DeckAccess> {
  try {
    const access = await doors.access(visitor, deckId);
    if (epoch === null || epoch === access.deck.epoch) return access;
  } catch (error) {
    if (error instanceof Refusal) throw turnedBy(error);
    throw error;
  }
  throw new Turned(CLOSE.epoch, 'This deck was restored: reload the page.');
}

/** The close code that says what a refusal says. */
export function turnedBy({ code, message }: Refusal): Turned {
  if (code === 'not-found') return new Turned(CLOSE.noSuchDeck, message);
  if (code === 'sign-in-first') return new Turned(CLOSE.signInFirst, message);
  return new Turned(code === 'unavailable' ? CLOSE.restart : CLOSE.notAllowed, message);
}

function personOf(person: Visitor['person']): Standing['person'] {
  return person === null ? null : { id: person.id, name: person.name, hue: person.hue };
}
