import { slideRenderer } from '#lib/render/render-slide.ts';

/** A picture that a slide shows. */
export interface SeenPicture {
  readonly address: string;
  readonly alt: string;
  readonly width: string;
  readonly height: string;
}

/** What a slide shows: its words without white space, and its pictures in order. */
export interface SlideSight {
  readonly words: string;
  readonly pictures: readonly SeenPicture[];
}

const render = slideRenderer({ breaks: true });

const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<style\b[\s\S]*?(?:<\/style\s*>|$)/gi;
const TAG = /<\/?([a-zA-Z][^\s<>/"'=]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Reads what a slide's Markdown shows, by the renderer of the stage. */
export function slideSight(source: string): SlideSight {
  const html = render(source).replace(HIDDEN, '');
  const pictures = Array.from(html.matchAll(TAG))
    .filter(([tag, name]) => name?.toLowerCase() === 'img' && !tag.startsWith('</'))
    .map(([tag]) => seenPicture(tag));
  // Which way quotes turn depends on what is beside them, a picture too.
  const words = html
    .replace(TAG, '')
    .replaceAll(/\s+/g, '')
    .replaceAll(/[“”„‘’"']|&quot;/g, "'");
  return { words, pictures };
}

function seenPicture(tag: string): SeenPicture {
  const values = new Map<string, string>();
  for (const [, name = '', ...quoted] of tag.slice('<img'.length).matchAll(ATTRIBUTE)) {
    const value = quoted.find((each) => each !== undefined) ?? '';
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), decodeEntities(value));
  }
  const valueOf = (name: string): string => values.get(name) ?? '';
  return { address: valueOf('src'), alt: valueOf('alt'), width: valueOf('width'), height: valueOf('height') };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** The characters that people and renderers write as entities; others stay as they are. */
export function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,8}));/gi, (entity, ...found: unknown[]) => {
    const [decimal, hex, name] = found;
    if (typeof name === 'string') return NAMED[name] ?? entity;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
  });
}
