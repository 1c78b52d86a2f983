import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { askServer } from '#server/fetch/ask-server.ts';
import { checkAddress } from '#server/fetch/checked-address.ts';
import { refusalOfFault } from '#server/fetch/fetch-faults.ts';
import { ownPolicy, type FetchPolicy } from '#server/fetch/fetch-policy.ts';

import { signedHeaders, type Message } from './sign-message.ts';

const words = messages.closing.webhook;
/** As Standard Webhooks advises. Milliseconds. */
const WHOLE_MS = 10_000;

/**
 * Sends a message to a server, by the rules by which pictures are fetched: public servers, and those that whoever runs this Plenum
 * allows. Nothing is followed that leads elsewhere. Refuses in a sentence when it was not taken.
 */
export async function postMessage(
  address: string,
  secret: string,
  message: Message,
  wholeMs = WHOLE_MS,
): Promise<void> {
  const policy: FetchPolicy = { ...ownPolicy(), wholeMs, says: words.fetch };
  const signal = AbortSignal.timeout(policy.wholeMs);
  try {
    const checked = await checkAddress(address, policy);
    signal.throwIfAborted();
    const posting = { headers: signedHeaders(secret, message), body: message.body };
    const { statusCode = 0, ...answer } = await statusOf(checked, policy, { signal, posting });
    answer.drop();
    if (statusCode < 200 || statusCode > 299) throw new Refusal('unavailable', words.answered(statusCode));
  } catch (error) {
    throw refusalOfFault(error, address, { signal, says: policy.says });
  }
}

async function statusOf(
  checked: Awaited<ReturnType<typeof checkAddress>>,
  policy: FetchPolicy,
  { signal, posting }: { readonly signal: AbortSignal; readonly posting: Parameters<typeof askServer>[3] },
) {
  const answer = await askServer(checked, policy, signal, posting);
  answer.on('error', () => undefined);
  // What it says besides is of no interest, and may be without end.
  return { statusCode: answer.statusCode, drop: () => answer.destroy() };
}
