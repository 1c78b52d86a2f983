/** Nobody waits longer for a provider. */
const WITHIN_MS = 8_000;
const MOST_BYTES = 1_000_000;

/** A provider that cannot be reached, or answers what is no answer. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';
}

/** Asks a provider and gives its JSON. It is never followed elsewhere: secrets go where they were meant to. */
export async function askProvider(url: string, request: RequestInit = {}): Promise<unknown> {
  let text: string;
  let status: number;
  try {
    const answer = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) });
    status = answer.status;
    text = await answer.text();
  } catch (error) {
    throw new ProviderFault(`${new URL(url).host} does not answer`, { cause: error });
  }
  if (status !== 200 || text.length > MOST_BYTES) throw new ProviderFault(`${url} answered ${status}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProviderFault(`${url} did not answer with JSON`, { cause: error });
  }
}
