import { xmlText } from '#lib/feeds/xml.ts';
import { describe } from '#lib/record/describe.ts';
import { editionContentSchema, type EditionContent } from '#lib/record/edition.ts';
import { readMinutes, readSlides } from '#lib/record/read-slides.ts';
import { database } from '#server/database/client.ts';

import type { FeedRow } from './feed-rows.ts';
import { loadable } from './loadable-pictures.ts';

/** What an entry of a feed says. */
interface FeedContent {
  /** Of the strict renderer; own addresses begin with a slash. */
  readonly html: string;
  readonly summary: string;
  /** Key of the first section that it is of; null for a whole record. */
  readonly section: string | null;
}

/** So many entries are kept ready, and only short ones: readers of feeds ask for the same again and again. */
const MOST_READY = 500;
const LONGEST_READY = 200_000;
const READY = new Map<string, FeedContent>();

/** The words and pictures of a sealed edition, or of those of its sections that a feed is of. */
export async function feedContent({ edition, checksum, sections }: FeedRow): Promise<FeedContent> {
  // Redaction alone changes a sealed edition, and with it the checksum.
  const key = JSON.stringify([edition, checksum, sections]);
  const ready = READY.get(key);
  if (ready !== undefined) return ready;
  const made = await makeContent(edition, sections);
  const oldest = READY.keys().next().value;
  if (READY.size >= MOST_READY && oldest !== undefined) READY.delete(oldest);
  if (made.html.length <= LONGEST_READY) READY.set(key, made);
  return made;
}

async function makeContent(edition: string, keys: FeedRow['sections']): Promise<FeedContent> {
  const found = await database().edition.findUniqueOrThrow({
    where: { id: edition },
    select: { presented: true, content: true },
  });
  const content = editionContentSchema.parse(found.content);
  const text = new TextDecoder().decode(found.presented);
  const parts = content.sections.filter(({ key }) => keys === null || keys.includes(key));
  const section = keys === null ? null : (parts[0]?.key ?? null);
  if (content.kind === 'minutes')
    return {
      html: readMinutes({ text, assets: loadable(content.assets) }),
      summary: describe(text, [content.title]),
      section,
    };
  const read = readSlides({ text, parts, assets: loadable(content.assets) }, () => 2);
  const html = read.parts
    .map(({ part, slides }) => {
      const heading = part.title === '' || part.title === content.title ? '' : `<h2>${xmlText(part.title)}</h2>`;
      return heading + slides.map((slide) => slide.html).join('\n');
    })
    .join('\n');
  return {
    html: read.dir === 'rtl' ? `<div dir="rtl">${html}</div>` : html,
    summary: summaryOf(content, text, parts, keys === null),
    section,
  };
}

/** Of a record which sections it has; of sections what they say. */
function summaryOf(
  { slides, title }: EditionContent,
  text: string,
  parts: EditionContent['sections'],
  whole: boolean,
): string {
  const titles = parts.map((part) => part.title).filter((each) => each !== '' && each !== title);
  if (whole && titles.length > 0) return titles.join(' · ');
  const shown = parts.flatMap(({ fromSlide, toSlide }) => slides.slice(fromSlide, toSlide));
  return describe(shown.map(({ from, to }) => text.slice(from, to)).join('\n'), titles);
}
