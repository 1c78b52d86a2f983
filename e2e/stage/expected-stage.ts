import { scopedStyles } from '#components/stage/frame/deck-styles.ts';
import { sectionAttributes } from '#components/stage/frame/section-attributes.ts';
import { finishContent } from '#components/stage/frame/slide-content.ts';
import { slideRenderer } from '#lib/render/render-slide.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import type { PictureRules } from '#lib/stage/picture-address.ts';
import { createSanitiser } from '#lib/stage/sanitiser.ts';
import type { SlideFace, StageFace } from './stage-face.ts';

const sanitise = createSanitiser(window);
const renderers = {
  true: slideRenderer({ breaks: true }),
  false: slideRenderer({ breaks: false }),
};
const known = new Map<string, { readonly face: SlideFace; readonly css: string }>();

/** What a stage must look like that shows this place of a deck: made from the text alone, without reveal.js and without history. */
export function expectedStage(
  model: DeckModel,
  place: { readonly slide: number; readonly fragment: number },
  rules: PictureRules,
): StageFace {
  const { breaks, lang, dir, slideOptions } = model.frontMatter;
  const drawn = model.slides.map((slide) => drawnSlide(slide, breaks, rules));
  const shown = model.slides[place.slide];
  const html = drawn[place.slide]?.face.html ?? '';
  return {
    nesting: model.slides.map(({ v }) => (v === 0 ? '-' : '|')).join(''),
    present: [place.slide],
    number: shown === undefined ? '' : numberOf(model, shown),
    steps: Math.min(place.fragment + 1, html.split('class="fragment"').length - 1),
    lang: lang ?? '',
    rtl: dir === 'rtl' || slideOptions.rtl === true,
    width: `${slideOptions.width ?? 960}px`,
    style: drawn
      .map(({ css }) => css)
      .filter(Boolean)
      .join('\n'),
    slides: drawn.map(({ face }) => face),
  };
}

function drawnSlide(slide: Slide, breaks: boolean, rules: PictureRules): { face: SlideFace; css: string } {
  const key = `${breaks}${slide.index}${slide.source}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const root = sanitise(renderers[`${breaks}`](slide.source));
  const styles = [...root.querySelectorAll('style')];
  for (const style of styles) style.remove();
  finishContent(root, rules);
  const drawn = {
    face: {
      html: root.innerHTML,
      ...authored(sectionAttributes(slide.attributes, rules)),
      name: slide.headings.find(({ text }) => text !== '')?.text ?? `Slide ${slide.index + 1}`,
    },
    css: styles.map(({ textContent }) => scopedStyles(textContent)).join('\n'),
  };
  if (known.size > 5_000) known.clear();
  known.set(key, drawn);
  return drawn;
}

function authored({ class: classes = '', style = '', ...attributes }: Readonly<Record<string, string>>) {
  const probe = document.createElement('div');
  probe.style.cssText = style;
  for (const property of ['position', 'display', 'top', 'left']) probe.style.removeProperty(property);
  return {
    classes,
    style: probe.style.cssText,
    attributes: JSON.stringify(Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function numberOf({ slides }: DeckModel, { index, h, v }: Slide): string {
  if (slides.every((slide) => slide.h === 0)) return `${index + 1}`;
  return slides.filter((slide) => slide.h === h).length > 1 ? `${h + 1}.${v + 1}` : `${h + 1}`;
}
