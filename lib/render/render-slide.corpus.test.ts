import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { createSanitiser } from '#lib/stage/sanitiser.ts';
import { slideRenderer } from './render-slide.ts';
import { slideContents } from './slide-contents.ts';

const shared = process.env['PLENUM_SHARED'] ?? path.join(process.cwd(), '..', 'shared');
const golden = path.join(shared, 'golden');
const available = existsSync(golden);

const size = z.string().nullish();
const goldenSchema = z.object({
  deck: z.string(),
  slides: z.array(
    z.object({
      text: z.string(),
      images: z.array(z.object({ src: z.string().nullable(), width: size, height: size, class: z.string().nullish() })),
      links: z.array(z.object({ href: z.string().nullable(), text: z.string() })),
      listItems: z.number(),
      headings: z.array(z.object({ level: z.number(), text: z.string() })),
    }),
  ),
});
type GoldenSlide = z.infer<typeof goldenSchema>['slides'][number];

/** Without emoji, which HedgeDoc draws as pictures and Plenum writes as characters. */
function expected({ text, images, links, listItems, headings }: GoldenSlide): GoldenSlide {
  const pictures = images.filter((image) => image.class !== 'emoji' && image.src?.includes('/emojify.js/') !== true);
  return {
    text,
    images: pictures.map(({ src, width, height }) => ({ src, width, height })),
    links,
    listItems,
    headings,
  };
}

const decks = available ? readdirSync(golden).filter((name) => name.endsWith('.json') && name !== 'micro.json') : [];

// PLENUM_SHARED names the folder that holds corpus and golden; they are not part of the project.
describe.skipIf(!available)('the corpus, rendered and sanitised', () => {
  const sanitise = createSanitiser(new JSDOM('').window);

  it.each(decks)('%s says and shows what HedgeDoc shows', (name) => {
    const facts = goldenSchema.parse(JSON.parse(readFileSync(path.join(golden, name), 'utf8')));
    const file = ['seeds', 'community-call']
      .map((folder) => path.join(shared, 'corpus', folder, facts.deck))
      .find(existsSync);
    const model = parseDeck(readFileSync(file ?? '', 'utf8'));
    const render = slideRenderer({ breaks: model.frontMatter.breaks });
    const slides = model.slides.map(({ source }) => slideContents(sanitise(render(source))));
    expect(slides).toEqual(facts.slides.map(expected));
  });
});
