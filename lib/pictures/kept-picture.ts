import { addresses, parseAssetReference } from '#lib/addresses.ts';

/**
 * Where a page of the app loads a picture from, given its address in a text and the copies that are kept (address in the text → address to
 * load); null for one of another server of which there is none: a page of ours loads nothing from elsewhere.
 */
export function keptPicture(address: string, copies: Readonly<Record<string, string>>): string | null {
  // A deck may call a picture `constructor`.
  const copy = Object.hasOwn(copies, address) ? copies[address] : undefined;
  if (copy !== undefined) return copy;
  const own = parseAssetReference(address);
  return own === null ? null : addresses.asset(own.key, own.extension);
}
