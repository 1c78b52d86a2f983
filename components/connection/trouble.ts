import { CLOSE } from '#lib/sync/close-codes.ts';
import { messages } from '#lib/messages/en.ts';
import type { Safety } from './safety-store.ts';

/** What the banner says and offers; null while there is nothing to say. */
export interface Trouble {
  readonly sentence: string;
  /** Whether there is text that should be copied. */
  readonly copy: boolean;
  readonly way: 'none' | 'reload' | 'sign-in' | 'record';
}

const words = messages.deck;

/** The one sentence of trouble, if there is any, and what a person can do about it. */
export function troubleOf({ status, slow }: Safety, writable: boolean, clock: (at: number) => string): Trouble | null {
  switch (status.type) {
    case 'connecting':
      return null;
    case 'live':
      return slow || status.degraded ? waiting(status) : closed(status, writable);
    case 'offline':
      return writable ? offline(status, clock) : null;
    case 'refused':
      return refusal(status.code, status.text !== undefined && status.text !== '');
  }
}

function waiting({ saved }: Extract<Safety['status'], { type: 'live' }>): Trouble | null {
  return saved ? null : { sentence: words.trouble.slow, copy: true, way: 'none' };
}

function closed(status: Extract<Safety['status'], { type: 'live' }>, writable: boolean): Trouble | null {
  return writable && !status.writable ? { sentence: words.refused.frozenPlain, copy: false, way: 'record' } : null;
}

function offline(status: Extract<Safety['status'], { type: 'offline' }>, clock: (at: number) => string): Trouble {
  if (status.kept === 'not-kept') return { sentence: words.trouble.offlineNotKept, copy: true, way: 'none' };
  if (status.unsavedSince === null) return { sentence: words.trouble.offlineClean, copy: false, way: 'none' };
  return { sentence: words.trouble.offlineKept(clock(status.unsavedSince)), copy: true, way: 'none' };
}

function refusal(code: number, lost: boolean): Trouble {
  const said = words.refused;
  const sentences: Readonly<Record<number, Trouble>> = {
    [CLOSE.frozen]: { sentence: lost ? said.frozen : said.frozenPlain, copy: lost, way: 'record' },
    [CLOSE.notAllowed]: { sentence: lost ? said.notAllowed : said.notAllowedPlain, copy: lost, way: 'reload' },
    [CLOSE.signInFirst]: { sentence: said.signInFirst, copy: lost, way: 'sign-in' },
    [CLOSE.noSuchDeck]: { sentence: said.gone, copy: lost, way: 'none' },
    [CLOSE.epoch]: { sentence: said.epoch, copy: lost, way: 'reload' },
    [CLOSE.tooLarge]: { sentence: said.tooLarge, copy: lost, way: 'reload' },
    [CLOSE.refusedUpdate]: { sentence: said.refusedUpdate, copy: lost, way: 'reload' },
    [CLOSE.tooMany]: { sentence: said.tooMany, copy: lost, way: 'reload' },
    [CLOSE.deckFull]: { sentence: said.deckFull, copy: lost, way: 'reload' },
  };
  return sentences[code] ?? { sentence: said.other, copy: lost, way: 'reload' };
}
