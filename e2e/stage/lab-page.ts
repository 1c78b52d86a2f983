import { StageLink } from '#components/stage/stage-link.ts';
import type { StageWish } from '#components/stage/stage-diff.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { SlideMeasure } from '#lib/stage/messages.ts';
import { expectedStage } from './expected-stage.ts';

// Runs in the browser: the page around the frame, as thin as it can be, with what a test asks of it.
const heard: unknown[] = [];
const measured: SlideMeasure[] = [];
let model: DeckModel | undefined;
let link: StageLink | undefined;

interface LabDeck {
  readonly text: string;
  readonly position: { readonly slide: number; readonly fragment: number } | null;
  readonly assets: Readonly<Record<string, string>>;
}

Object.assign(window, {
  lab: {
    open: (address: string, first: LabDeck) =>
      new Promise<void>((painted) => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        document.body.replaceChildren(frame);
        link?.close();
        model = undefined;
        heard.length = 0;
        measured.length = 0;
        link = new StageLink(frame, address, {
          painted,
          moved: (to) => heard.push(to),
          link: (href) => heard.push(href),
          measured: (slides) => measured.push(...slides),
          embed: (player) => heard.push(player),
          gaps: (_hash, count) => heard.push({ gaps: count }),
          pressed: () => heard.push('pressed'),
          picture: (picked) => heard.push(picked),
        });
        link.show({ ...shown(first.text), position: first.position, assets: first.assets });
      }),
    show: ({ text, position, assets }: LabDeck) => link?.show({ ...shown(text), position, assets }),
    expected: ({ text, position, assets }: LabDeck) =>
      expectedStage(parseDeck(text), position ?? { slide: 0, fragment: -1 }, { assets, foreignPictures: false }),
    press: (keyCode: number) => link?.press(keyCode),
    heard: () => heard.splice(0),
    measured: () =>
      measured.map(({ hash, ...excess }) => ({
        slide: model?.slides.findIndex((slide) => slide.hash === hash),
        ...excess,
      })),
  },
});

function shown(text: string): Omit<StageWish, 'position' | 'assets'> {
  model = parseDeck(text, model);
  return { model, foreignPictures: false, interactive: true, measured: true, pickable: true };
}
