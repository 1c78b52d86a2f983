import type { Page } from '@playwright/test';
import { StageLab } from '#e2e/harness/stage-lab.ts';
import { safeLink } from '#lib/stage/link-scheme.ts';
import type { HostileDeck } from './hostile-deck.ts';
import { isMarked, traces, watchHarm } from './watch-harm.ts';

/** A deck that needs longer than this holds up everybody's stage. The slowest harmless ones need half a second; a busy machine needs longer. */
const PATIENCE_MS = 40_000;

/** A stage in a browser that shows hostile decks and tells what they did. */
export class HostileLab {
  #lab: StageLab;
  readonly #harm: string[] = [];

  private constructor(lab: StageLab) {
    this.#lab = lab;
    this.#watch(lab.page);
  }

  static async start(): Promise<HostileLab> {
    return new HostileLab(await StageLab.start());
  }

  /** What the deck did: nothing, when all is well. */
  async harmOf(deck: HostileDeck): Promise<readonly string[]> {
    this.#harm.length = 0;
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), PATIENCE_MS);
    const ended = await Promise.race([this.#show(deck.text), late.promise]).finally(() => clearTimeout(timer));
    if (ended !== 'late') return [...this.#harm];
    await this.#startAgain();
    return ['the stage hangs'];
  }

  async close(): Promise<void> {
    await this.#lab.close();
  }

  async #show(text: string): Promise<void> {
    const lab = this.#lab;
    await lab.open();
    const address = lab.frame().url();
    await lab.show(text, { slide: 0, fragment: -1 });
    await lab.frame().evaluate(pressEverything);
    await lab.settle();
    await this.#look();
    await lab.show(text, { slide: 1, fragment: -1 });
    await this.#look();
    if (lab.frame().url() !== address) this.#harm.push(`the frame left for ${lab.frame().url()}`);
    if (lab.page.url() !== `${lab.base}/`) this.#harm.push(`the page left for ${lab.page.url()}`);
    await lab.show(text, { slide: Number.MAX_SAFE_INTEGER, fragment: -1 });
    const { present } = await lab.sight();
    if (present.join() !== 'Harmless') this.#harm.push(`the harmless slide is not reached: ${present.join() || '–'}`);
  }

  async #look(): Promise<void> {
    const lab = this.#lab;
    const marked = await Promise.all(lab.page.frames().map((frame) => frame.evaluate(isMarked)));
    if (marked.includes(true)) this.#harm.push('a script ran');
    this.#harm.push(...(await lab.frame().evaluate(traces)));
    for (const message of await lab.heard())
      if (typeof message === 'string' && message !== 'pressed' && safeLink(message) === null)
        this.#harm.push(`link to ${message}`);
  }

  #watch(page: Page): void {
    watchHarm(page, this.#lab.base, (fault) => this.#harm.push(fault));
  }

  async #startAgain(): Promise<void> {
    await this.#lab.close();
    this.#lab = await StageLab.start();
    this.#watch(this.#lab.page);
  }
}

// Runs in the frame: what somebody would do who presses whatever can be pressed.
function pressEverything(): void {
  for (const element of [...document.querySelectorAll<HTMLElement>('.slides a, .slides #go')].slice(0, 50))
    element.click();
}
