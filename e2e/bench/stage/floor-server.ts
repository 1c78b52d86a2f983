import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PIXEL } from '#e2e/harness/stage-lab.ts';
import { browserScript } from './browser-script.ts';
import { stageStyles } from './stage-styles.ts';

const PAGES = ['bare-editor', 'empty-frame', 'whole-deck'] as const;

/** Pages to compare with, on a server of their own: floors and the other way to do it. */
export interface FloorServer {
  readonly base: string;
  /** What the editors of these pages open with. */
  readonly serveDeck: (text: string) => void;
  readonly close: () => Promise<void>;
}

export async function startFloorServer(): Promise<FloorServer> {
  let deck = '';
  const scripts = new Map<string, string>(
    await Promise.all(PAGES.map(async (name) => [`/${name}.js`, await browserScript(`${name}-page.ts`)] as const)),
  );
  const styles = await stageStyles();
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const script = scripts.get(pathname);
    if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(script);
    else if (pathname === '/stage.css') response.setHeader('content-type', 'text/css').end(styles);
    else if (pathname === '/deck.md') response.setHeader('content-type', 'text/plain; charset=utf-8').end(deck);
    else if (pathname.endsWith('.png')) response.setHeader('content-type', 'image/png').end(PIXEL);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(document(pathname));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serveDeck: (text) => (deck = text),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function document(pathname: string): string {
  const styles = pathname === '/whole-deck' ? '<link rel="stylesheet" href="/stage.css">' : '';
  return `<!doctype html><meta charset="utf-8">${styles}<style>${LAYOUT}</style><body></body><script type="module" src="${pathname}.js"></script>`;
}

const LAYOUT = `html, body { margin: 0; height: 100vh }
.cm-editor { height: 100vh }
.cm-scroller { overflow: auto }
iframe { border: 0; width: 500px; height: 375px }
#editor { position: absolute; inset: 0 50% 0 0 }
#stage { position: absolute; inset: 0 0 auto 50%; height: 375px }
#stage .reveal { position: relative; height: 100% }`;
