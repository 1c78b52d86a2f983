import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';

import type { DeckMessage, SlideContent, StageSettings } from './messages.ts';

/** Which pictures a stage may show, and what it is used for. */
export interface StageUse {
  /** Picture address in the text → address to load. */
  readonly assets: Readonly<Record<string, string>>;
  readonly foreignPictures: boolean;
  readonly interactive: boolean;
  /** Whether the stage tells which slides are too large for it. */
  readonly measured: boolean;
  /** Whether pressing a picture asks for its menu. */
  readonly pickable: boolean;
}

/** Everything a stage needs to show a whole deck, from its first slide on; slides are called by their running numbers. */
export function wholeDeckMessage(model: DeckModel, use: StageUse): DeckMessage {
  return {
    type: 'deck',
    settings: stageSettings(model, use),
    order: model.slides.map(({ index, v }) => ({ key: slideKey(index), vertical: v > 0 })),
    contents: model.slides.map((slide) => slideContent(slideKey(slide.index), slide)),
    place: { key: slideKey(0), fragment: -1 },
  };
}

/** What `wholeDeckMessage` calls a slide, by its running number. */
export function slideKey(index: number): string {
  return `s${index}`;
}

/** A slide as the frame takes it. */
export function slideContent(key: string, { source, attributes, headings, hash }: Slide): SlideContent {
  return {
    key,
    hash,
    source,
    attributes: { ...attributes },
    name: headings.find(({ text }) => text !== '')?.text ?? '',
  };
}

/** What the frame must know beside the slides. */
export function stageSettings({ frontMatter }: DeckModel, use: StageUse): StageSettings {
  const { assets, foreignPictures, interactive, measured, pickable } = use;
  return {
    breaks: frontMatter.breaks,
    lang: frontMatter.lang,
    rtl: frontMatter.dir === 'rtl' || frontMatter.slideOptions.rtl === true,
    slideOptions: { ...frontMatter.slideOptions },
    assets: { ...assets },
    foreignPictures,
    interactive,
    measured,
    pickable,
  };
}
