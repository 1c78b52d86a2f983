import { addresses, parseAssetReference } from '#lib/addresses.ts';
import { foreignAddress } from '#lib/assets/foreign-address.ts';

/** Which pictures a stage may show: `assets` leads from an address in the text to the copy that is kept of it. */
export interface PictureRules {
  readonly assets: Readonly<Record<string, string>>;
  readonly foreignPictures: boolean;
}

const INLINE = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon|svg\+xml)[;,]/i;

const PICTURE = /^(?:https?:|\/\/|data:image\/)|\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#]|$)/i;

/** Whether a value that may be a picture or a colour is an address of a picture. */
export function namesPicture(text: string): boolean {
  return PICTURE.test(text.trim());
}

/** The address to load for a picture as the text names it, or null when there is none or the series does not allow it. */
export function pictureAddress(written: string, { assets, foreignPictures }: PictureRules): string | null {
  const address = written.trim();
  for (const name of [address, address.replace(/^\.\//, ''), decoded(address)]) {
    if (Object.hasOwn(assets, name)) return withoutStrayPercent(assets[name] ?? '');
  }
  // A picture is shown the moment its address is written: whoever knows the key may have it, in any series.
  const own = parseAssetReference(address);
  if (own !== null) return addresses.asset(own.key, own.extension);
  // Written small, as everybody who asks whether it is inline expects it.
  if (INLINE.test(address)) return address.replace(/^data:/i, 'data:');
  const foreign = foreignPictures ? foreignAddress(address) : null;
  return foreign === null ? null : withoutStrayPercent(foreign);
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** reveal.js decodes addresses of backgrounds and never comes back from a `%` that encodes nothing. */
function withoutStrayPercent(address: string): string {
  const mended = address.replace(/%(?![0-9a-f]{2})/gi, '%25');
  try {
    decodeURI(mended);
    return mended;
  } catch {
    return mended.replaceAll('%', '%25');
  }
}
