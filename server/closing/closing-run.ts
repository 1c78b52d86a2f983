import type { ClosingDetails, MissingPicture } from '#lib/closing/closing-details.ts';
import { database } from '#server/database/client.ts';

/** One run of a closing, with what its steps need. */
export interface ClosingRun {
  readonly callId: string;
  readonly run: string;
  readonly seriesId: string;
  readonly deckId: string;
  readonly personId: string | null;
}

/** What is thrown where a closing finds that it was taken back: the call was resumed, or its pictures are gathered once more. */
export class TakenBack extends Error {
  override readonly name = 'TakenBack';
}

/** Writes down how far a closing has come with its pictures. Throws when it was taken back. */
export async function keepProgress(
  { callId, run }: Pick<ClosingRun, 'callId' | 'run'>,
  progress: { readonly done: number; readonly of: number; readonly missing: readonly MissingPicture[] },
): Promise<void> {
  const details: ClosingDetails = { missing: [...progress.missing] };
  const { count } = await database().closing.updateMany({
    where: { callId, run, step: 'pictures' },
    data: { picturesTotal: progress.of, picturesDone: progress.done, details },
  });
  if (count === 0) throw new TakenBack('The closing was taken back.');
}
