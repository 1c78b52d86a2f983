'use server';

import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import type { Visitor } from '#lib/visitor.ts';
import { lockDeck, unlockDeck } from '#server/decks/lock-deck.ts';
import { letIn, putOut } from '#server/decks/put-out.ts';

/** Lets only members write in a deck. Answers null, or why not; so do those below. */
export async function lockDeckAction(deck: string): Promise<string | null> {
  return act((visitor) => lockDeck(visitor, deck));
}

export async function unlockDeckAction(deck: string): Promise<string | null> {
  return act((visitor) => unlockDeck(visitor, deck));
}

/** Puts one person or guest out of a deck. */
export async function putOutAction(deck: string, person: string): Promise<string | null> {
  return act((visitor) => putOut(visitor, deck, person));
}

export async function letInAction(deck: string, person: string): Promise<string | null> {
  return act((visitor) => letIn(visitor, deck, person));
}

async function act(work: (visitor: Visitor) => Promise<void>): Promise<string | null> {
  try {
    await work(await currentVisitor());
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}
