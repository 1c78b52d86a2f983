import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { createSanitiser } from '#lib/stage/sanitiser.ts';
import { slideRenderer } from './render-slide.ts';

const shared = process.env['PLENUM_SHARED'] ?? path.join(process.cwd(), '..', 'shared');
const file = path.join(shared, 'golden', 'micro.json');
const available = existsSync(file);

const sectionSchema = z.object({ attrs: z.record(z.string(), z.string()), html: z.string() });
const microSchema = z.record(
  z.string(),
  z.object({ md: z.string(), sections: z.array(z.union([sectionSchema, z.array(sectionSchema)])) }),
);

/** Where Plenum does on purpose what HedgeDoc does not, by the part of FORMAT.md that says why. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  sep_trailing_space: '6.1: trailing blanks on a separator are forgiven',
  sep_in_fence: '6.1: a separator in a code block does not split',
  breaks_false: '6.1: breaks: false is honoured',
  html_script: '1.7, embeds: a frame is a card until somebody asks for it',
  rel_img: '6.5: pictures beside the deck are taken',
  js_link: '1.10: relative addresses stay as they are written; the stage drops those that lead nowhere',
  inline_code_entities: '1.10: code that is altered by filtering the source, "do not copy"',
  spoiler: '1.7, containers: spoilers as in CodiMD and HedgeDoc 2',
  youtube: '1.7, embeds: a film is a card, without the picture that is loaded from its service',
};

const window = new JSDOM('').window;
const sanitise = createSanitiser(window);
const AROUND_BLOCKS =
  /\s*(<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|pre|hr|br|center|details|summary)\b[^>]*>)\s*/g;

/** HTML as its elements, attributes and words, without HedgeDoc's own marks, its new-tab links, emoji and colours of code. */
function essence(html: string): string {
  const root = window.document.createElement('div');
  root.innerHTML = html;
  for (const element of root.querySelectorAll('aside.notes, .emoji')) element.remove();
  for (const element of root.querySelectorAll('.hljs span')) element.replaceWith(...element.childNodes);
  for (const element of root.querySelectorAll('*')) {
    for (const name of ['class', 'target', 'rel']) element.removeAttribute(name);
    const style = element.getAttribute('style');
    if (style !== null) element.setAttribute('style', style.replaceAll(/:\s+/g, ':'));
  }
  return root.innerHTML
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(AROUND_BLOCKS, '$1')
    .replaceAll(/<(p|div)><\/\1>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function ours(md: string): readonly string[] {
  const model = parseDeck(md);
  const render = slideRenderer({ breaks: model.frontMatter.breaks });
  return model.slides.map(({ source }) => essence(sanitise(render(source)).innerHTML));
}

describe.skipIf(!available)('the rules of HedgeDoc, one by one', () => {
  const cases = Object.entries(available ? microSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}).map(
    ([name, { md, sections }]) =>
      [name, md, sections.flat().map(({ html }) => essence(html.replace(/^<div>|<\/div>$/g, '')))] as const,
  );

  it.each(cases.filter(([name]) => DEVIATIONS[name] === undefined))('%s is as there', (_name, md, theirs) => {
    expect(ours(md)).toEqual(theirs);
  });

  it.each(cases.filter(([name]) => DEVIATIONS[name] !== undefined))('%s differs', (_name, md, theirs) => {
    expect(ours(md)).not.toEqual(theirs);
  });

  it('has no deviation that is none', () => {
    expect(cases.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(DEVIATIONS)));
  });
});
