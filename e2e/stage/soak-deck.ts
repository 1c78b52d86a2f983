import { oneOf, type Chance } from '#e2e/harness/chance.ts';

/** A slide as the soak knows it: by a number that no edit changes. */
export interface SoakSlide {
  readonly id: number;
  readonly vertical: boolean;
  /** Pieces of Markdown between which it can be split. */
  readonly blocks: readonly string[];
}

export interface SoakDeck {
  /** Lines of the front matter by key. */
  readonly front: Readonly<Record<string, string>>;
  readonly slides: readonly SoakSlide[];
}

/** The deck's Markdown. */
export function soakText({ front, slides }: SoakDeck): string {
  const top = Object.entries(front).map(([key, value]) => `${key}: ${value}\n`);
  const body = slides.map(({ vertical, blocks }, index) => {
    const separator = vertical ? '----' : '---';
    return `${index === 0 ? '' : `\n\n${separator}\n\n`}${blocks.join('\n\n')}`;
  });
  return `${top.length === 0 ? '' : `---\n${top.join('')}---\n\n`}${body.join('')}\n`;
}

/** A new slide of any kind that decks have, some without heading, some with steps. */
export function anySlide(id: number, pick: Chance): SoakSlide {
  const heading =
    pick(6) === 0 ? [] : [`${oneOf(pick, ['#', '##'])} ${oneOf(pick, HEADINGS)}${pick(4) === 0 ? '' : ` ${id}`}`];
  const more = Array.from({ length: 1 + pick(3) }, () => anyBlock(id, pick));
  const attributes = pick(3) === 0 ? [anyAttributes(id, pick)] : [];
  const notes = pick(6) === 0 ? [`note: say ${id}`] : [];
  return { id, vertical: pick(4) === 0, blocks: [...attributes, ...heading, `Words of ${id}`, ...more, ...notes] };
}

/** Real decks have many slides that are called alike. */
const HEADINGS = ['Team', 'Questions', 'Events', 'Zoë & Co', 'About `code`'] as const;

/** A list whose lines come one after the other. */
export function stepsBlock(id: number, count: number): string {
  return Array.from({ length: count }, (_, step) => `- step ${step} of ${id} ${STEP}`).join('\n');
}

export const STEP = '<!-- .element: class="fragment" -->';

export function anyBlock(id: number, pick: Chance): string {
  const n = pick(1000);
  return oneOf<() => string>(pick, [
    () => stepsBlock(id, 1 + pick(3)),
    () => `A *line* ${n}\nand **another** :smile: <font style="color: red">red</font>`,
    () => `![](assets/k.png =${20 + pick(40)}x)`,
    () => `![](gone${n}.jpg =300x200)`,
    () => `\`\`\`\n${n}\n\n---\n\nstill code\n\`\`\``,
    () => `<style>\n.slides .c${pick(9)} { color: rgb(${pick(255)}, 2, 3) }\n</style>`,
    () => `<section>\n\n### No slide ${n}\n\n</section>`,
    () => `[](https://) and [link](https://x.example/${n}%) 100% <a name="b"></a>`,
    () => `| a | b |\n| - | - |\n| ${n} | ${STEP} |`,
    () => `> quoted ${n} ${STEP}`,
    () => `1. a\n    - b ${n} ${STEP}\n    - c\n2. d`,
  ])();
}

/** What a `.slide:` comment sets: backgrounds of all sorts, names and looks, and what must do no harm. */
export function anyAttributes(id: number, pick: Chance): string {
  const written = oneOf<() => string>(pick, [
    () =>
      `data-background="${oneOf(pick, ['red', '#123456', 'assets/k.png', '[](https://)', 'gone%.png', 'a%FF.png'])}"`,
    () => `data-background-image="assets/k.png" data-background-size="${10 + pick(80)}%"`,
    () => `data-background="linear-gradient(red, rgb(${pick(255)}, 0, 0))"`,
    () => `class="c${pick(9)} present stack" style="color: rgb(${pick(255)}, 0, 9); top: 4px"`,
    () => `id="n${id}-${pick(9)}" data-transition="${oneOf(pick, ['fade', 'zoom', 'none'])}"`,
    () => 'data-visibility="hidden" data-state="bad" data-autoslide="1" data-auto-animate="true"',
  ])();
  return `<!-- .slide: ${written} -->`;
}

/** A line of the front matter, or none for this key. */
export function anyOption(pick: Chance): readonly [key: string, value: string | null] {
  return oneOf<readonly [string, string | null]>(pick, [
    ['breaks', oneOf(pick, ['true', 'false', null])],
    ['lang', oneOf(pick, ['de', 'en', null])],
    ['dir', oneOf(pick, ['rtl', 'ltr', null])],
    ['slideOptions', oneOf(pick, OPTIONS)],
    ['title', `Deck ${pick(100)}`],
  ]);
}

const OPTIONS = [
  null,
  '{ theme: white, transition: slide }',
  '{ theme: night, center: false, width: 1280 }',
  '{ controls: false, progress: false, transition: fade, width: 1280 }',
  '{ parallaxBackgroundImage: assets/k.png, parallaxBackgroundSize: 2100px 900px }',
  '{ hash: true, embedded: true, keyboard: false, shuffle: true, autoSlide: 10, loop: true }',
] as const;
