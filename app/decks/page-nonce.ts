import 'server-only';
import { headers } from 'next/headers';

/** The nonce of this page's content security policy, for styles that a component makes in the browser. */
export async function pageNonce(): Promise<string> {
  return (await headers()).get('x-nonce') ?? '';
}
