import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Browser, type Frame, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { buildStage } from '#server/stage/build-stage.ts';
import { serveStage } from '#server/stage/serve-stage.ts';
import { stageAddress, type StageVariant } from '#server/stage/stage-files.ts';
import { faceUnlike, stageView, type StageFace } from '#e2e/stage/stage-face.ts';
import { BROWSER_ARGUMENTS, browserPath } from './browser.ts';

/** What the frame shows, read from its document. */
export interface StageSight {
  /** Headings in order, `-` before one that begins a column and `|` before one below another. */
  readonly order: string;
  /** Heading of each slide that is marked as present; on a healthy stage there is one. */
  readonly present: readonly string[];
  readonly steps: number;
  /** Content of each slide without what reveal.js writes into it. */
  readonly html: readonly string[];
}

/** By how many per cent a slide is too large; its number is missing when the deck has no slide of that text any more. */
export interface LabMeasure {
  readonly slide: number | undefined;
  readonly tall: number;
  readonly wide: number;
}

/** A deck as the lab's page shows it; without a position the stage stays where it is. */
export interface LabDeck {
  readonly text: string;
  readonly position: { readonly slide: number; readonly fragment: number } | null;
}

const ASSETS = { 'assets/k.png': '/assets/k.png' };

/** The smallest picture. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The built stage in a real browser, in a page of its own, on a server that serves nothing else. */
export class StageLab {
  readonly page: Page;
  readonly base: string;
  /** What went wrong in the page and its frame and was caught by nobody. */
  readonly faults: string[] = [];
  readonly #server: Server;
  readonly #browser: Browser;

  private constructor(parts: { page: Page; base: string; server: Server; browser: Browser }) {
    this.page = parts.page;
    this.base = parts.base;
    this.#server = parts.server;
    this.#browser = parts.browser;
    this.page.on('pageerror', (error) => this.faults.push(String(error.stack)));
  }

  static async start(): Promise<StageLab> {
    await buildStage();
    const script = await labScript();
    const server = createServer((request, response) => {
      if (serveStage(request, response)) return;
      if (request.url === '/lab.js') response.setHeader('content-type', 'text/javascript').end(script);
      else if (request.url?.startsWith('/assets/') === true) response.setHeader('content-type', 'image/png').end(PIXEL);
      else response.setHeader('content-type', 'text/html').end(PAGE);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: BROWSER_ARGUMENTS });
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.goto(base);
    return new StageLab({ page, base, server, browser });
  }

  /** A second page of the same lab, with a stage of its own. It goes with the lab. */
  async beside(): Promise<StageLab> {
    const page = await this.#browser.newPage({ viewport: VIEWPORT });
    await page.goto(this.base);
    return new StageLab({ page, base: this.base, server: this.#server, browser: this.#browser });
  }

  /** A new frame, ready and painted, with an empty deck or with this one. */
  async open(variant: StageVariant = 'own', text = ''): Promise<void> {
    const deck = { text, position: null, assets: ASSETS };
    await this.page.evaluate(([address, first]) => window.lab.open(address, first), [
      stageAddress(variant),
      deck,
    ] as const);
  }

  /** Shows a deck and waits until the frame has painted it. */
  async show(text: string, position: { slide: number; fragment: number } | null = null): Promise<void> {
    await this.send([{ text, position }]);
    await this.settle();
  }

  /** Shows decks one after the other, faster than the frame can paint them, and does not wait for it. */
  async send(decks: readonly LabDeck[]): Promise<void> {
    await this.page.evaluate(
      (each) => each.forEach((deck) => window.lab.show(deck)),
      decks.map((deck) => ({ ...deck, assets: ASSETS })),
    );
  }

  /** What a stage that shows this must look like, from the text alone. */
  expected(deck: LabDeck): Promise<StageFace> {
    return this.page.evaluate((wanted) => window.lab.expected(wanted), { ...deck, assets: ASSETS });
  }

  /** Waits until the stage looks like this and gives null, or gives what it looks like instead. */
  faceUnlike(wanted: StageFace): Promise<StageFace | null> {
    return this.frame().evaluate(faceUnlike, wanted);
  }

  /** The slide in view, its parts, what is behind it and around it. */
  view(): Promise<readonly string[]> {
    return this.frame().evaluate(stageView);
  }

  async press(keyCode: number): Promise<void> {
    await this.key(keyCode);
    await this.settle();
  }

  /** Presses a key and does not wait for what it does. */
  async key(keyCode: number): Promise<void> {
    await this.page.evaluate((code) => window.lab.press(code), keyCode);
  }

  heard(): Promise<readonly unknown[]> {
    return this.page.evaluate(() => window.lab.heard());
  }

  /** What the frame has said of slides that are too large, by their running number. */
  measured(): Promise<readonly LabMeasure[]> {
    return this.page.evaluate(() => window.lab.measured());
  }

  frame(): Frame {
    const frame = this.page.frames().find((candidate) => candidate.parentFrame() !== null);
    if (frame === undefined) throw new Error('The lab has no stage open.');
    return frame;
  }

  sight(): Promise<StageSight> {
    return this.frame().evaluate(readSight);
  }

  /** Two frames later every patch that was sent is on screen. */
  async settle(): Promise<void> {
    for (const target of [this.page.mainFrame(), this.frame()]) {
      await target.evaluate(
        () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
      );
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

const VIEWPORT = { width: 960, height: 700 };

const PAGE =
  '<!doctype html><style>body{margin:0}iframe{border:0;width:960px;height:700px}</style><body></body><script src="/lab.js"></script>';

async function labScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(process.cwd(), 'e2e', 'stage', 'lab-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}

// Runs in the frame.
function readSight(): StageSight {
  const nameOf = (section: Element): string => section.querySelector('h1, h2')?.textContent ?? '';
  const slides = [...document.querySelectorAll('.slides section[data-key]')];
  const isFirst = (section: Element): boolean =>
    section.parentElement?.dataset['stack'] === undefined || section.parentElement.firstElementChild === section;
  const present = slides.filter(
    (section) =>
      section.matches('.present') && (section.parentElement?.closest('section')?.matches('.present') ?? true),
  );
  return {
    order: slides.map((section) => `${isFirst(section) ? '-' : '|'}${nameOf(section)}`).join(''),
    present: present.map(nameOf),
    steps: present[0]?.querySelectorAll('.fragment.visible').length ?? 0,
    html: slides.map((section) =>
      section.innerHTML.replaceAll(/ data-fragment-index="\d+"|(?<=fragment)(?: (?:visible|current-fragment))+/g, ''),
    ),
  };
}

interface LabPageDeck extends LabDeck {
  readonly assets: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    readonly lab: {
      readonly open: (address: string, first: LabPageDeck) => Promise<void>;
      readonly show: (deck: LabPageDeck) => void;
      readonly expected: (deck: LabPageDeck) => StageFace;
      readonly press: (keyCode: number) => void;
      readonly heard: () => readonly unknown[];
      readonly measured: () => readonly LabMeasure[];
    };
  }
}
