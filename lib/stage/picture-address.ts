/** Which pictures a stage may show. */
export interface PictureRules {
  readonly assets: Readonly<Record<string, string>>;
  readonly foreignPictures: boolean;
}

const INLINE = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon|svg\+xml)[;,]/i;

/** The address to load for a picture as the text names it, or null when there is none or the series does not allow it. */
export function pictureAddress(written: string, { assets, foreignPictures }: PictureRules): string | null {
  const address = written.trim();
  for (const name of [address, address.replace(/^\.\//, ''), decoded(address)]) {
    if (Object.hasOwn(assets, name)) return withoutStrayPercent(assets[name] ?? '');
  }
  // Written small, as everybody who asks whether it is inline expects it.
  if (INLINE.test(address)) return address.replace(/^data:/i, 'data:');
  const absolute = address.startsWith('//') ? `https:${address}` : address;
  if (!foreignPictures || !/^https?:\/\//i.test(absolute) || !URL.canParse(absolute)) return null;
  return withoutStrayPercent(new URL(absolute).href);
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
