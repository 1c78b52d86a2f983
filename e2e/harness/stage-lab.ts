import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Browser, type Frame, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { buildStage } from '#server/stage/build-stage.ts';
import { serveStage } from '#server/stage/serve-stage.ts';
import { stageAddress, type StageVariant } from '#server/stage/stage-files.ts';
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

/** The smallest picture. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The built stage in a real browser, in a page of its own, on a server that serves nothing else. */
export class StageLab {
  readonly page: Page;
  readonly base: string;
  readonly #server: Server;
  readonly #browser: Browser;

  private constructor(parts: { page: Page; base: string; server: Server; browser: Browser }) {
    this.page = parts.page;
    this.base = parts.base;
    this.#server = parts.server;
    this.#browser = parts.browser;
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
    const page = await browser.newPage({ viewport: { width: 960, height: 700 } });
    await page.goto(base);
    return new StageLab({ page, base, server, browser });
  }

  /** A new frame, ready and painted. */
  async open(variant: StageVariant = 'own'): Promise<void> {
    await this.page.evaluate((address) => window.lab.open(address), stageAddress(variant));
  }

  /** Shows a deck and waits until the frame has painted it. */
  async show(text: string, position: { slide: number; fragment: number } | null = null): Promise<void> {
    await this.page.evaluate((deck) => window.lab.show(deck), {
      text,
      position,
      assets: { 'assets/k.png': '/assets/k.png' },
    });
    await this.settle();
  }

  async press(keyCode: number): Promise<void> {
    await this.page.evaluate((code) => window.lab.press(code), keyCode);
    await this.settle();
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

declare global {
  interface Window {
    readonly lab: {
      readonly open: (address: string) => Promise<void>;
      readonly show: (deck: {
        text: string;
        position: { slide: number; fragment: number } | null;
        assets: Record<string, string>;
      }) => void;
      readonly press: (keyCode: number) => void;
      readonly heard: () => readonly unknown[];
      readonly measured: () => readonly LabMeasure[];
    };
  }
}
