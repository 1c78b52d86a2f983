import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { slideRenderer } from '#lib/render/render-slide.ts';
import type { DeckModel, TextEdit } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { createSanitiser } from '#lib/stage/sanitiser.ts';
import { editPicture, NAMED_SIZES, OWN_SIZE } from './edit-picture.ts';
import { applyEdits } from './held-edit.ts';
import { movePicture, removePicture } from './move-picture.ts';
import { everyPictureOf, picturesOf, slideBackground } from './pictures-of.ts';
import { deckBackground } from './deck-background.ts';
import { sameAddress } from './plain-address.ts';
import { slideSight } from './slide-sight.ts';
import type { TextPicture } from './written-picture.ts';

const sanitise = createSanitiser(new JSDOM('').window);
const render = slideRenderer({ breaks: true });

const alt = fc.constantFrom(
  '',
  'Two boats',
  'a [b] c',
  String.raw`quay \] west`,
  '*loud*',
  'a & b < c',
  'x `code` y',
  'Grüße',
);
const address = fc.constantFrom(
  'assets/0123456789abcdef.png',
  'https://pads.example/a_(1).jpg',
  'b.png?a=1&b=2',
  'a*b*.gif',
);
const size = fc.constantFrom('', '', ' =300x200', ' =50%x', ' "A *title*" =x20', " 'one'");
const markdown = fc
  .tuple(alt, address, size)
  .map(([label, to, end]) => `![${label.replaceAll(/(?<!\\)[[\]]/g, String.raw`\$&`)}](${to}${end})`);
const tag = fc
  .tuple(address, fc.constantFrom('', ' alt="Boats"', " width=30 alt='a > b'", ' style="color:red" height="20"'))
  .map(([to, rest]) => `<img src="${to}"${rest}>`);
const picture = fc.oneof({ weight: 3, arbitrary: markdown }, tag);
const words = fc.constantFrom(
  'Harbour',
  'tide & quay',
  'a $5 b',
  '**bold**',
  '`a ![no](no.png)`',
  'x*y',
  '"said"',
  ':tada:',
  '|',
);
const block = fc.oneof(
  picture,
  fc.tuple(words, picture, words).map((parts) => parts.join(' ')),
  fc.tuple(picture, picture).map((parts) => parts.join('')),
  fc.tuple(words, picture).map(([text, one]) => `- ${text}\n    - ${one}\n    - ${text}`),
  picture.map((one) => `- one\n- ${one}\n- three`),
  picture.map((one) => `> ${one}\n> more`),
  picture.map((one) => `> - ${one}`),
  picture.map((one) => `[${one}](https://pads.example)`),
  picture.map((one) => `**${one}**`),
  picture.map((one) => `## ${one} Title`),
  picture.map((one) => `| a | b |\n|---|---|\n| ${one.replaceAll('|', String.raw`\|`)} | c |`),
  picture.map((one) => `\`\`\`js\n${one}\n\`\`\``),
  picture.map((one) => `<!-- ${one} -->`),
  picture.map((one) => `:::info\n${one}\n:::`),
  picture.map((one) => `Look[^1]\n\n[^1]: ${one}`),
  picture.map((one) => `<div>\n${one}\n\n${one}\n</div>`),
  picture.map((one) => `      ${one}`),
  fc.constantFrom(
    '# Title',
    'text',
    '![ref][none]',
    '<!-- a comment -->',
    'one\ntwo',
    '***',
    'Note: say\n\n![no](no.png)',
  ),
);
const comment = fc.constantFrom(
  '',
  '',
  '<!-- .slide: data-background="#fff" class="quiet" -->\n\n',
  '<!-- .slide: data-background="old.png" -->\n\n',
  '<!-- .slide: data-background-image="old.png" data-background-opacity="0.5" id="x" -->\n\n',
);
const slide = fc
  .tuple(comment, fc.array(block, { minLength: 1, maxLength: 4 }))
  .map(([head, blocks]) => head + blocks.join('\n\n'));
const front = fc.constantFrom(
  '',
  '---\ntitle: Call\n---\n',
  '---\ntitle: Call # yes\nslideOptions:\n  theme: white\n  # calm\n  parallaxBackgroundSize: 1920px 1080px\ntags: a\n---\n\n',
  "---\nslideOptions: { theme: 'white', parallaxBackgroundImage: old.png }\n---\n\n",
  '---\nslideOptions:\n    parallaxBackgroundImage: "old.png" # old\n---\n\n',
);
const deck = fc
  .tuple(front, fc.array(slide, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n\n---\n\n', '\n\n----\n\n'))
  .map(([head, slides, separator]) => parseDeck(`${head}${slides.join(separator)}\n`));

function all(model: DeckModel): readonly TextPicture[] {
  return model.slides.flatMap(({ index }) => picturesOf(model, index));
}

function after(model: DeckModel, edits: readonly TextEdit[] | null): DeckModel {
  expect(edits).not.toBeNull();
  return parseDeck(applyEdits(model.text, edits ?? []));
}

/** What no edit of a picture may change: the words of every slide, their notes, how they stand. */
function restOf(model: DeckModel): unknown {
  return model.slides.map(({ source, notes, h, v }) => [slideSight(source).words, notes, h, v]);
}

function sights(model: DeckModel): readonly string[] {
  return model.slides.flatMap(({ source }) => slideSight(source).pictures).map((one) => JSON.stringify(one));
}

describe('the pictures of a slide', () => {
  it('are those that the stage shows, in its order, with their places in the text', () => {
    fc.assert(
      fc.property(deck, (model) => {
        for (const { index, source } of model.slides) {
          const shown = [...sanitise(render(source)).querySelectorAll('img')];
          const found = picturesOf(model, index);
          expect(found.map((one) => one.index)).toEqual(shown.map((_, at) => at));
          for (const one of found) {
            const image = shown[one.index];
            expect(image?.alt).toBe(one.alt);
            expect(sameAddress(image?.getAttribute('src') ?? '', one.address)).toBe(true);
            expect([image?.getAttribute('width') ?? '', image?.getAttribute('height') ?? '']).toEqual([
              one.size.width,
              one.size.height,
            ]);
            expect(model.text.slice(one.range.from, one.range.to)).toMatch(/^(?:!\[[\s\S]*\)|<img[\s\S]*>)$/);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are none in code and comments, and one that is named elsewhere keeps its number free', () => {
    const model = parseDeck('`![a](a.png)`\n\n<!-- ![b](b.png) -->\n\n![c][c] ![d](d.png)\n\n[c]: c.png\n');
    expect(picturesOf(model, 0)).toMatchObject([{ index: 1, address: 'd.png' }]);
  });
});

describe('an edit of a picture', () => {
  it('sets a size and a description, and nothing else', () => {
    const sizes = fc.constantFrom(...Object.values(NAMED_SIZES), OWN_SIZE, { width: '50%', height: '7' });
    const alts = fc.oneof(
      alt,
      fc.string({ maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...Array.from('[]()!\\`<>&*_$"|-:^~=+{%a ')) }),
    );
    fc.assert(
      fc.property(deck, sizes, alts, fc.nat(), (model, newSize, newAlt, which) => {
        const pictures = all(model);
        const one = pictures[which % Math.max(1, pictures.length)];
        fc.pre(one !== undefined);
        const meant = newAlt.replaceAll(/\s+/g, ' ').trim();
        const changed = after(model, editPicture(model, one, { alt: newAlt, size: newSize }));
        expect(restOf(changed)).toEqual(restOf(model));
        expect(all(changed).map(({ alt: now, size: its, address: to }) => ({ now, its, to }))).toEqual(
          pictures.map((each) =>
            each === one
              ? { now: meant, its: newSize, to: one.address }
              : { now: each.alt, its: each.size, to: each.address },
          ),
        );
      }),
      { numRuns: 250 },
    );
  });

  it('takes it out of the text and leaves every word', () => {
    fc.assert(
      fc.property(deck, fc.nat(), (model, which) => {
        const pictures = all(model);
        const one = pictures[which % Math.max(1, pictures.length)];
        fc.pre(one !== undefined);
        const changed = after(model, removePicture(model, one));
        expect(restOf(changed)).toEqual(restOf(model));
        expect(sights(changed).length).toBe(sights(model).length - 1);
        expect(changed.slides.map(({ attributes }) => attributes)).toEqual(
          model.slides.map(({ attributes }) => attributes),
        );
      }),
      { numRuns: 250 },
    );
  });

  it('puts it behind its slide and back', () => {
    fc.assert(
      fc.property(deck, fc.nat(), (model, which) => {
        const pictures = all(model);
        const one = pictures[which % Math.max(1, pictures.length)];
        fc.pre(one !== undefined);
        const changed = after(model, movePicture(model, one, { place: 'slide', slide: one.slide, opacity: 0.35 }));
        expect(restOf(changed)).toEqual(restOf(model));
        const behind = slideBackground(changed, one.slide);
        expect(behind).toMatchObject({ opacity: 0.35 });
        expect(sameAddress(behind?.address ?? '', one.address)).toBe(true);
        expect(changed.slides[one.slide]?.attributes['data-background'] ?? '#fff').toBe('#fff');
        if (behind === null) return;
        const { alt: said, size: its } = one;
        const back = after(
          changed,
          movePicture(changed, behind, { place: 'text', slide: one.slide, alt: said, size: its }),
        );
        expect(restOf(back)).toEqual(restOf(model));
        expect(slideBackground(back, one.slide)).toBeNull();
        expect(sights(back).length).toBe(sights(model).length);
      }),
      { numRuns: 250 },
    );
  });

  it('puts it behind all slides and back', () => {
    fc.assert(
      fc.property(deck, fc.nat(), (model, which) => {
        const pictures = all(model);
        const one = pictures[which % Math.max(1, pictures.length)];
        fc.pre(one !== undefined);
        const changed = after(model, movePicture(model, one, { place: 'deck', opacity: 0.4 }));
        expect(restOf(changed)).toEqual(restOf(model));
        const behind = deckBackground(changed);
        expect(behind).toMatchObject({ opacity: 0.4, address: one.address });
        expect(changed.frontMatter).toEqual({ ...model.frontMatter, slideOptions: changed.frontMatter.slideOptions });
        expect(changed.frontMatter.slideOptions.theme).toBe(model.frontMatter.slideOptions.theme);
        if (behind === null) return;
        const back = after(changed, movePicture(changed, behind, { place: 'slide', slide: one.slide, opacity: null }));
        expect(deckBackground(back)).toBeNull();
        expect(slideBackground(back, one.slide)?.opacity).toBeNull();
        expect(restOf(back)).toEqual(restOf(model));
      }),
      { numRuns: 250 },
    );
  });

  it('finds all of them, each with its place', () => {
    const model = parseDeck(
      '---\nslideOptions:\n  parallaxBackgroundImage: a.png\n---\n<!-- .slide: data-background="b.png" -->\n\n![c](c.png)\n',
    );
    const found = everyPictureOf(model, 0);
    expect(found.map(({ place, address: to }) => `${place} ${to}`)).toEqual([
      'text c.png',
      'slide b.png',
      'deck a.png',
    ]);
    expect(found.map(({ range: { from, to } }) => model.text.slice(from, to))).toEqual([
      '![c](c.png)',
      '<!-- .slide: data-background="b.png" -->',
      '  parallaxBackgroundImage: a.png',
    ]);
  });
});
