import { stage } from '#lib/messages/stage.ts';
import { playerOf, watchAddress } from '#lib/stage/player.ts';

/** Something of another site that a deck shows: nothing of it loads before somebody asks for it. */
export interface Embed {
  readonly name: string;
  readonly address: string;
}

const SRC = /\ssrc\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+)/i;

/** What an `<iframe>`, `<video>`, `<audio>` or `<source>` tag would load, or null when that is nothing of the web. */
export function embedOfTag(tag: string): Embed | null {
  const written = (SRC.exec(tag)?.[1] ?? '')
    .replaceAll(/^["']|["']$/g, '')
    .replaceAll('&amp;', '&')
    .trim();
  const absolute = written.startsWith('//') ? `https:${written}` : written;
  if (!/^https?:\/\//i.test(absolute) || !URL.canParse(absolute)) return null;
  const player = playerOf(absolute);
  if (player !== null) return { name: stage.embed.names[player.provider], address: watchAddress(player) };
  const { href, hostname } = new URL(absolute);
  return { name: nameOfKind(tag) ?? hostname, address: href };
}

function nameOfKind(tag: string): string | null {
  if (/^<video/i.test(tag)) return stage.embed.names.video;
  return /^<audio/i.test(tag) ? stage.embed.names.audio : null;
}

/** The card that stands for it: a link with its name and its address. */
export function embedCard({ name, address }: Embed): string {
  const shown = escaped(address);
  return (
    `<a class="embed" href="${shown}"><span class="embed-name">${escaped(name)}</span> ` +
    `<span class="embed-address">${shown}</span></a>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
