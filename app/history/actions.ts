'use server';

import { z } from 'zod';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import {
  historyChangeSchema,
  type Answer,
  type BlameView,
  type ChangeMade,
  type ChangePreview,
  type HistoryChange,
  type HistoryPart,
  type MomentView,
  type PlayView,
} from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import { isText } from '#lib/text-argument.ts';
import type { Visitor } from '#lib/visitor.ts';
import { makeChange, previewChange } from '#server/history/change-deck.ts';
import { olderHistory } from '#server/history/history-page.ts';
import { nameMoment } from '#server/history/name-moment.ts';
import { playSpan } from '#server/history/play-span.ts';
import { readBlame } from '#server/history/read-blame.ts';
import { readMoment } from '#server/history/read-moment.ts';

// Half a character is none that the database keeps.
const isWhole = (value: string): boolean => isText(value) && value.isWellFormed();
const text = z.string().max(200).refine(isWhole);
const seq = z.number().int().nonnegative();
const momentName = z.string().refine(isWhole).trim().min(1).max(120);

/** The part of a deck's history before the one that gave this cursor. */
export async function olderHistoryAction(deckId: string, cursor: string): Promise<Answer<HistoryPart>> {
  return answer(z.tuple([text, text]), [deckId, cursor], (visitor, args) => olderHistory(visitor, ...args));
}

/** The text at a moment beside another, or beside now. */
export async function readMomentAction(
  deckId: string,
  at: number,
  against: number | null,
): Promise<Answer<MomentView>> {
  return answer(z.tuple([text, seq, seq.nullable()]), [deckId, at, against], (visitor, args) =>
    readMoment(visitor, ...args),
  );
}

/** How the text came to be between two moments. */
export async function playSpanAction(deckId: string, from: number, to: number): Promise<Answer<PlayView>> {
  return answer(z.tuple([text, seq, seq]), [deckId, from, to], (visitor, args) => playSpan(visitor, ...args));
}

/** What a change would do. */
export async function previewChangeAction(deckId: string, change: HistoryChange): Promise<Answer<ChangePreview>> {
  return answer(z.tuple([text, historyChangeSchema]), [deckId, change], (visitor, args) =>
    previewChange(visitor, ...args),
  );
}

/** Makes a change to the deck of today. */
export async function makeChangeAction(deckId: string, change: HistoryChange): Promise<Answer<ChangeMade>> {
  return answer(z.tuple([text, historyChangeSchema]), [deckId, change], (visitor, args) =>
    makeChange(visitor, ...args),
  );
}

/** Keeps a moment under a name. Answers null, or why not. */
export async function nameMomentAction(
  deckId: string,
  at: number,
  name: string,
): Promise<{ readonly refusal: string } | null> {
  return answer(z.tuple([text, seq, momentName]), [deckId, at, name], async (visitor, args) => {
    await nameMoment(visitor, ...args);
    return null;
  });
}

/** Who wrote which characters of a deck. */
export async function readBlameAction(deckId: string): Promise<Answer<BlameView>> {
  return answer(text, deckId, (visitor, id) => readBlame(visitor, id));
}

async function answer<Args, T>(
  schema: z.ZodType<Args>,
  args: unknown,
  work: (visitor: Visitor, args: Args) => Promise<T>,
): Promise<Answer<T>> {
  const parsed = schema.safeParse(args);
  if (!parsed.success) return { refusal: messages.history.problems.invalid };
  try {
    return await work(await currentVisitor(), parsed.data);
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}
