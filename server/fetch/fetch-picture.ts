import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { askServer } from './ask-server.ts';
import { checkAddress } from './checked-address.ts';
import { refusalOfFault } from './fetch-faults.ts';
import { ownPolicy, type FetchPolicy } from './fetch-policy.ts';
import { savePicture } from './save-picture.ts';

const says = messages.foreignPictures.fetch;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

interface Fetching {
  readonly into: string;
  readonly policy: FetchPolicy;
  readonly signal: AbortSignal;
}

/**
 * The one way by which this server fetches what people name: a picture on a public server, into a new file at `into`. Whether it is a
 * picture nobody has looked at yet. Refuses in a sentence that says what to do, and leaves no file then.
 */
export async function fetchPicture(address: string, into: string, policy: FetchPolicy = ownPolicy()): Promise<void> {
  try {
    await follow(address, { into, policy, signal: AbortSignal.timeout(policy.wholeMs) }, MOST_REDIRECTS);
  } catch (error) {
    await rm(into, { force: true });
    throw error;
  }
}

/** Each address that another leads to is checked as if it were the first. */
async function follow(address: string, fetching: Fetching, redirects: number): Promise<void> {
  const next = await one(address, fetching);
  if (next === null) return;
  if (redirects === 0) throw new Refusal('invalid', says.tooManyRedirects);
  await follow(next, fetching, redirects - 1);
}

/** Asks at one address: the picture is there, or (its address) at another. */
async function one(address: string, { into, policy, signal }: Fetching): Promise<string | null> {
  try {
    const checked = await inTime(checkAddress(address, policy), signal);
    const answer = await askServer(checked, policy, signal);
    const next = redirectOf(answer, checked.url);
    if (next === null) await savePicture(answer, into, { policy, signal, host: checked.url.hostname });
    else answer.destroy();
    return next;
  } catch (error) {
    throw refusalOfFault(error, address, { signal, says: policy.says });
  }
}

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): string | null {
  if (!REDIRECTS.has(statusCode) || location === undefined) return null;
  if (!URL.canParse(location, from)) throw new Refusal('invalid', says.garbled(from.hostname));
  const next = new URL(location, from);
  if (from.protocol === 'https:' && next.protocol === 'http:') throw new Refusal('invalid', says.downgrade);
  return next.href;
}

/** Names are asked for by the system, which cannot be stopped, only waited for no longer. */
async function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const over = Promise.withResolvers<never>();
  const end = () => over.reject(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  return Promise.race([work, over.promise]).finally(() => signal.removeEventListener('abort', end));
}
