import { foreignAddress } from '#lib/assets/foreign-address.ts';
import type { MissingPicture } from '#lib/closing/closing-details.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { copyAtEnd, copyOf, type EndKeeper } from '#server/assets/copy-picture.ts';
import { log } from '#server/log.ts';

const AT_ONCE = 4;
/** A deck that names more is no deck. */
const MOST_FOREIGN = 300;

const words = messages.closing;

/** How pictures of other servers are gathered for a record. */
export interface Gathering {
  readonly keeper: EndKeeper;
  /** All of them together get this long: a record is not to wait for servers that hang. Milliseconds. */
  readonly wholeMs: number;
  /** Told of each: null when there is a copy now; else why not. */
  readonly told?: (found: MissingPicture | null) => Promise<void>;
}

/** Keeps a copy of each picture of another server of which the series has none. What cannot be had keeps no record from being written. */
export async function gatherForeign(
  foreign: readonly string[],
  { keeper, wholeMs, told = async () => undefined }: Gathering,
): Promise<void> {
  const until = Date.now() + wholeMs;
  const queue = foreign.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, address] of queue)
        await told(index < MOST_FOREIGN ? await imported(keeper, address, until) : late(address));
    }),
  );
}

async function imported(keeper: EndKeeper, address: string, until: number): Promise<MissingPicture | null> {
  if ((await copyOf(keeper.seriesId, address)) !== null) return null;
  const left = until - Date.now();
  if (left <= 0) return late(address);
  try {
    await copyAtEnd(address, keeper, left);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { address, why: error.message, help: helpFor(error, address) };
    log.error('a picture could not be gathered', { error, callId: keeper.callId });
    return { address, why: words.fault, help: 'retry' };
  }
}

function late(address: string): MissingPicture {
  return { address, why: words.late, help: 'retry' };
}

function helpFor({ code, message }: Refusal, address: string): MissingPicture['help'] {
  if (code === 'unavailable' || code === 'too-many') return 'retry';
  const host = new URL(foreignAddress(address) ?? 'https://none').hostname;
  return message === messages.foreignPictures.fetch.notPublic(host) ? 'allow' : 'replace';
}
