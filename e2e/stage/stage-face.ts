/** All that a stage shows, without what reveal.js writes into it for itself. */
export interface StageFace {
  /** A sign for each slide: `-` begins a column, `|` stands below another. */
  readonly nesting: string;
  /** Running numbers of the slides in view; on a healthy stage there is one. */
  readonly present: readonly number[];
  /** The slide number that reveal.js shows. */
  readonly number: string;
  readonly steps: number;
  readonly lang: string;
  readonly rtl: boolean;
  readonly width: string;
  /** The deck's own CSS, slide by slide. */
  readonly style: string;
  readonly slides: readonly SlideFace[];
}

export interface SlideFace {
  readonly html: string;
  readonly classes: string;
  readonly style: string;
  readonly attributes: string;
  /** Its accessible name. */
  readonly name: string;
}

/** Waits until the frame shows exactly this, and gives null; or gives what it shows instead. Runs in the frame, all by itself. */
export async function faceUnlike(wanted: StageFace): Promise<StageFace | null> {
  const REVEALS = /^(?:present|past|future|stack|has-dark-background|has-light-background)$/;
  const slideFace = (section: HTMLElement): SlideFace => {
    const probe = document.createElement('div');
    probe.style.cssText = section.style.cssText;
    for (const property of ['display', 'top']) probe.style.removeProperty(property);
    const attributes = [...section.attributes]
      .map(({ name, value }): [string, string] => [name, value])
      .filter(([name]) => /^(?:id|data-background.*|data-transition.*)$/.test(name) && name !== 'data-background-hash');
    return {
      html: section.innerHTML.replaceAll(
        / data-fragment-index="\d+"|(?<=class="fragment)(?: (?:visible|current-fragment))+/g,
        '',
      ),
      classes: [...section.classList].filter((name) => !REVEALS.test(name)).join(' '),
      style: probe.style.cssText,
      attributes: JSON.stringify(attributes.toSorted(([a], [b]) => (a < b ? -1 : 1))),
      name: section.getAttribute('aria-label') ?? '',
    };
  };
  const isShown = (section: HTMLElement): boolean =>
    section.matches('.present') &&
    (section.parentElement?.closest('section')?.matches('.present') ?? true) &&
    section.checkVisibility() &&
    section.closest('[hidden], [inert], [aria-hidden="true"]') === null;
  const read = (): StageFace => {
    const slides = [...document.querySelectorAll<HTMLElement>('.slides section[data-key]')];
    const present = slides.filter(isShown);
    return {
      nesting: slides
        .map(({ parentElement: parent, previousElementSibling: before }) =>
          parent?.dataset['stack'] === undefined || before === null ? '-' : '|',
        )
        .join(''),
      present: present.map((section) => slides.indexOf(section)),
      number: document.querySelector('.slide-number')?.textContent.replaceAll(/\s/g, '') ?? '',
      steps: present[0]?.querySelectorAll('.fragment.visible').length ?? 0,
      lang: document.documentElement.lang,
      rtl: document.querySelector('.reveal.rtl') !== null,
      width: document.querySelector<HTMLElement>('.slides')?.style.width ?? '',
      style: [...document.head.querySelectorAll('style')].map(({ textContent }) => textContent).join(''),
      slides: slides.map(slideFace),
    };
  };
  const text = JSON.stringify(wanted);
  let face = read();
  // Some hundred frames are seconds: what is not there by then does not come.
  for (let frame = 0; frame < 300 && JSON.stringify(face) !== text; frame++) {
    await new Promise(requestAnimationFrame);
    face = read();
  }
  return JSON.stringify(face) === text ? null : face;
}

/** The slide in view down to where each of its parts stands, and all backgrounds. Runs in the frame, all by itself. */
export async function stageView(): Promise<readonly string[]> {
  await document.fonts.ready;
  await new Promise(requestAnimationFrame);
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const OWN = /^(?:style|data-key|data-still|data-number|data-classes|data-style|data-fragment|data-background-hash)$/;
  const all = (selector: string): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
  const described = (element: HTMLElement): string => {
    const attributes = [...element.attributes]
      .filter(({ name }) => !OWN.test(name))
      .map(({ name, value }) => `${name}=${name === 'class' ? [...element.classList].toSorted().join(' ') : value}`);
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, fontSize } = getComputedStyle(element);
    const place = [x, y, width, height].map(Math.round).join(',');
    return `${element.localName} ${attributes.toSorted().join(' ')} @${place} ${color} ${fontSize}`;
  };
  const isNear = ({ parentElement: parent, classList }: Element): boolean =>
    classList.contains('present') && parent?.matches('.backgrounds, .present') === true;
  const background = (element: HTMLElement): string => {
    const { className, style } = element;
    const classes = className.replaceAll(/has-(?:dark|light)-background|present|past|future/g, '').split(/\s+/);
    const near = isNear(element.closest('.slide-background') ?? element);
    // Those far away are hidden, and their pictures not loaded yet: that depends on where the stage has been.
    const look = near ? ['in view', style.background, style.opacity] : [];
    return [...classes.toSorted(), ...look].join(' ');
  };
  const shown = all('.slides section.present[data-key]').filter(
    ({ parentElement: parent }) => parent?.matches('.slides, .present') === true,
  );
  return [
    ...all('html, body, .reveal').map(described),
    ...shown.flatMap((section) => [section, ...section.querySelectorAll<HTMLElement>('*')]).map(described),
    ...all('.slide-background, .slide-background *').map(background),
  ];
}
