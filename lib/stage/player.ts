/** A film of another site that can be played in the page once somebody asks for it. */
export interface Player {
  readonly provider: 'youtube' | 'vimeo';
  readonly id: string;
}

/** What the ids of each service look like. */
export const PLAYER_IDS: Readonly<Record<Player['provider'], RegExp>> = {
  youtube: /^[\w-]{11}$/,
  vimeo: /^\d{6,11}$/,
};

const YOUTUBE = /^(?:(?:www|m)\.)?youtube(?:-nocookie)?\.com$/;
const VIMEO = /^(?:www\.|player\.)?vimeo\.com$/;

/** The film that an address leads to, or null when it is another page. */
export function playerOf(address: string): Player | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname, searchParams } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  const last = pathname.split('/').at(-1) ?? '';
  if (hostname === 'youtu.be') return checked('youtube', last);
  if (YOUTUBE.test(hostname)) return checked('youtube', pathname === '/watch' ? (searchParams.get('v') ?? '') : last);
  return VIMEO.test(hostname) ? checked('vimeo', last) : null;
}

/** The page of a film at its service. */
export function watchAddress({ provider, id }: Player): string {
  return provider === 'youtube' ? `https://www.youtube.com/watch?v=${id}` : `https://vimeo.com/${id}`;
}

/** What to put into a frame to play a film, with as little of its service as the service offers. */
export function playerAddress({ provider, id }: Player): string {
  return provider === 'youtube'
    ? `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`
    : `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`;
}

function checked(provider: Player['provider'], id: string): Player | null {
  return PLAYER_IDS[provider].test(id) ? { provider, id } : null;
}
