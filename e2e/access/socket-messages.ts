import type { Openness } from './audiences.ts';
import type { Marks } from './roles.ts';

/** The decks of a world that have a socket. */
export type SocketDeck = 'planned' | 'live' | 'ended' | 'template' | 'deleted' | 'corrected';

/** What a client may say. */
export type SocketMessage =
  | 'step 1'
  | 'update'
  | 'barrier'
  | 'presence'
  | 'who is there'
  | 'ask for the baton'
  | 'take the baton over'
  | 'move the stage'
  | 'blank the stage'
  | 'stop the clock'
  | 'point'
  | 'hold the deck'
  | 'hello';

/**
 * Every message of a deck's socket, sent by everybody to every kind of deck. A new message needs a line for each deck, and how it is
 * sent in `send-message.ts`. The marks:
 *
 *   s  turned away at the door: sign in first (4401)     x  turned away: not allowed (4403)
 *   o  answered, or done                                 r  not taken: read-only, or a refusal in words
 *   f  closed: the record is frozen (4409)               n  refused: the call is not live
 *   g  turned away: there is no such deck (4404)
 *   h  nothing is told: whoever only follows a call sees nobody, and nobody sees them
 *
 * in the order of `ROLES`: nobody, guest without a link · read link, write link, guest by write link, section link ·
 * reader, writer, host · admin, member of another series, disabled host.
 */
export interface MessageRow {
  readonly deck: SocketDeck;
  readonly message: SocketMessage;
  readonly openness: Openness;
  readonly marks: Marks;
}

type Lines = Readonly<Record<Exclude<SocketDeck, 'deleted' | 'corrected'>, Marks>>;

function rows(openness: Openness, message: SocketMessage, lines: Lines): readonly MessageRow[] {
  return (['planned', 'live', 'ended', 'template'] as const).map((deck) => ({
    deck,
    message,
    openness,
    marks: lines[deck],
  }));
}

// Who is let in: the section link is for the planned deck.
const CLOSED = {
  planned: 'sx sooo ooo xxs',
  live: 'sx soos ooo xxs',
  ended: 'sx soos ooo xxs',
  template: 'sx soos ooo xxs',
} as const;
const USUAL = {
  planned: 'sx ssxo ooo xxs',
  live: 'oo oooo ooo ooo',
  ended: 'sx ssxs ooo xxs',
  template: 'sx ssxs ooo xxs',
} as const;

export const socketMessages: readonly MessageRow[] = [
  // The deck of a call in the bin, for its hosts too.
  { openness: 'closed', message: 'step 1', deck: 'deleted', marks: 'gg gggg ggg ggg' },
  { openness: 'open', message: 'update', deck: 'deleted', marks: 'gg gggg ggg ggg' },
  // The correction of a section that is no team's: for hosts, whoever else writes the series.
  { openness: 'closed', message: 'step 1', deck: 'corrected', marks: 'sx ssxs xxo xxs' },
  { openness: 'open', message: 'update', deck: 'corrected', marks: 'sx ssxs xxo xxs' },
  { openness: 'closed', message: 'take the baton over', deck: 'corrected', marks: 'sx ssxs xxn xxs' },
  ...rows('closed', 'step 1', CLOSED),
  ...rows('closed', 'barrier', CLOSED),
  ...rows('closed', 'presence', CLOSED),
  ...rows('closed', 'who is there', CLOSED),
  ...rows('closed', 'update', {
    planned: 'sx sroo roo xxs',
    live: 'sx sros roo xxs',
    ended: 'sx sffs fff xxs',
    // The template is the hosts'.
    template: 'sx srrs rro xxs',
  }),
  ...rows('closed', 'ask for the baton', {
    planned: 'sx snnn nnn xxs',
    live: 'sx srrs roo xxs',
    ended: 'sx snns nnn xxs',
    template: 'sx snns nnn xxs',
  }),
  // A host presents.
  ...rows('closed', 'take the baton over', {
    planned: 'sx snnn nnn xxs',
    live: 'sx srrs rro xxs',
    ended: 'sx snns nnn xxs',
    template: 'sx snns nnn xxs',
  }),
  ...(['move the stage', 'blank the stage', 'stop the clock', 'hold the deck'] as const).map((message) => ({
    openness: 'closed' as const,
    message,
    deck: 'live' as const,
    marks: 'sx srrs rro xxs',
  })),
  // Whoever points is not answered: the host's light is seen by nobody who would say so here.
  { openness: 'usual', message: 'point', deck: 'live', marks: 'rr rrrr rrh rrr' },
  ...rows('by link', 'step 1', {
    planned: 'sx oooo ooo xxs',
    live: 'sx ooos ooo xxs',
    ended: 'sx ooos ooo xxs',
    template: 'sx ooos ooo xxs',
  }),
  ...rows('by link', 'update', {
    planned: 'sx rroo roo xxs',
    live: 'sx rros roo xxs',
    ended: 'sx fffs fff xxs',
    template: 'sx rrrs rro xxs',
  }),
  ...rows('usual', 'step 1', USUAL),
  ...rows('usual', 'update', {
    planned: 'sx ssxo roo xxs',
    live: 'rr rrrr roo rrr',
    ended: 'sx ssxs fff xxs',
    template: 'sx ssxs rro xxs',
  }),
  ...rows('usual', 'presence', { ...USUAL, live: 'hh hhhh ooo hhh' }),
  ...rows('usual', 'who is there', { ...USUAL, live: 'hh hhhh ooo hhh' }),
  ...rows('usual', 'hello', {
    planned: 'sx ssxn nnn xxs',
    live: 'oo oooo ooo ooo',
    ended: 'sx ssxs nnn xxs',
    template: 'sx ssxs nnn xxs',
  }),
  ...rows('usual', 'ask for the baton', {
    planned: 'sx ssxn nnn xxs',
    live: 'rr rrrr roo rrr',
    ended: 'sx ssxs nnn xxs',
    template: 'sx ssxs nnn xxs',
  }),
  ...rows('open', 'update', {
    planned: 'rr rrro ooo oor',
    live: 'rr rrrr ooo oor',
    ended: 'ff ffff fff fff',
    template: 'rr rrrr rro rrr',
  }),
];
