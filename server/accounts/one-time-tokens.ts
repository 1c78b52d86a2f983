import { z } from 'zod';
import { isText } from '#lib/text-argument.ts';
import { auth } from './auth.ts';
import { newToken } from './tokens.ts';

/** What a one-time token is good for. */
export type TokenKind = 'sign-in' | 'reset';

const grantSchema = z.object({
  userId: z.string(),
  /** `mail`: it was sent to the account's own address. `shell`: somebody who runs the server hands it on. */
  by: z.enum(['mail', 'shell']),
});

/** Whose account a token opens, and how it came to them. */
export type TokenGrant = z.infer<typeof grantSchema>;

// The accounts library stores the hash of this.
function identifier(kind: TokenKind, token: string): string {
  return `${kind}:${token}`;
}

function grantOf(value: string | undefined): TokenGrant | null {
  if (value === undefined) return null;
  try {
    return grantSchema.parse(JSON.parse(value));
  } catch {
    return null;
  }
}

/** Makes a token for one use within `validMs`; its hash is stored, never itself. */
export async function createToken(kind: TokenKind, grant: TokenGrant, validMs: number): Promise<string> {
  const { internalAdapter } = await (await auth()).$context;
  const token = newToken();
  await internalAdapter.createVerificationValue({
    identifier: identifier(kind, token),
    value: JSON.stringify(grant),
    expiresAt: new Date(Date.now() + validMs),
  });
  return token;
}

/** What a token is good for, without using it up. Null when it is used, too old, or none. */
export async function lookAtToken(kind: TokenKind, token: string): Promise<TokenGrant | null> {
  if (!isText(token)) return null;
  const { internalAdapter } = await (await auth()).$context;
  const found = await internalAdapter.findVerificationValue(identifier(kind, token));
  return found === null || found.expiresAt.getTime() <= Date.now() ? null : grantOf(found.value);
}

/** Uses a token up. Of two who do so at once, one is given what it is good for. */
export async function spendToken(kind: TokenKind, token: string): Promise<TokenGrant | null> {
  if (!isText(token)) return null;
  const { internalAdapter } = await (await auth()).$context;
  return grantOf((await internalAdapter.consumeVerificationValue(identifier(kind, token)))?.value);
}
