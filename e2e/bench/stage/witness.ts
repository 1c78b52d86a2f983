import type { Page } from '@playwright/test';
import { browserScript } from './browser-script.ts';

/** Something that a document saw, in milliseconds since 1970. */
export interface Report {
  readonly part: 'key' | 'key-handled' | 'editor' | 'preview' | 'opened';
  readonly at: number;
  /** Time of the frame that it was painted in; for `opened`, when the script of the stage had arrived. */
  readonly frameAt: number;
}

const PATIENCE_MS = 15_000;

/** Hears from the probes in all documents of a page what was pressed and painted, and when. */
export class Witness {
  readonly page: Page;
  readonly #reports: Report[] = [];
  #heard = Promise.withResolvers<void>();

  private constructor(page: Page) {
    this.page = page;
  }

  /** Before the page opens anything. */
  static async of(page: Page): Promise<Witness> {
    const witness = new Witness(page);
    await page.exposeBinding('benchReport', (_source, reports: readonly Report[]) => witness.#hear(reports));
    const probe = await browserScript('probe-page.ts');
    await page.addInitScript({ content: `(() => {${probe}})()` });
    return witness;
  }

  /**
   * Whether frames go on all the time, as on a display where something moves. Otherwise a browser without a display begins a frame
   * when something changes, and a key that finds the page at rest never waits for one.
   */
  async keepFrames(going: boolean): Promise<void> {
    await this.page.evaluate((on) => {
      window.benchFrames = on;
    }, going);
    await new Promise((done) => setTimeout(done, 300));
  }

  /** What was seen until now does not count any more. */
  forget(): void {
    this.#reports.length = 0;
  }

  /** The first of this kind that was seen; waits for it. */
  async see(part: Report['part']): Promise<Report> {
    const late = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = this.#reports.find((report) => report.part === part);
      if (found !== undefined) return found;
      if (Date.now() > late) throw new Error(`No ${part} was seen in ${PATIENCE_MS} ms.`);
      await this.#next();
    }
  }

  #hear(reports: readonly Report[]): void {
    this.#reports.push(...reports);
    this.#heard.resolve();
    this.#heard = Promise.withResolvers();
  }

  async #next(): Promise<void> {
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(patience.resolve, 1000);
    await Promise.race([this.#heard.promise, patience.promise]);
    clearTimeout(timer);
  }
}
