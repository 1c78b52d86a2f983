import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStage } from './build-stage.ts';
import { serveStage } from './serve-stage.ts';
import { stageAddress } from './stage-files.ts';

let server: Server;
let base: string;

beforeAll(async () => {
  await buildStage();
  server = createServer((request, response) => {
    if (!serveStage(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(() => void server.close());

describe('the stage document', () => {
  it('is sandboxed even when it is opened by itself, and connects nowhere', async () => {
    const response = await fetch(base + stageAddress('own'));
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(response.status).toBe(200);
    expect(policy).toContain('sandbox allow-scripts');
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("img-src 'self' data: blob:;");
    expect(policy).not.toContain('unsafe-eval');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('lets the other variant load foreign pictures, without cookies', async () => {
    const { headers } = await fetch(base + stageAddress('foreign'));
    expect(headers.get('content-security-policy')).toContain("img-src 'self' data: blob: https: http:;");
    expect(headers.get('cross-origin-embedder-policy')).toBe('credentialless');
  });

  it('sends its script compressed, below 150 kB together with its styles', async () => {
    const folder = base + stageAddress('own').replace('own.html', '');
    const sizes = await Promise.all(
      ['stage.js', 'stage.css'].map(async (name) => {
        const response = await fetch(folder + name, { headers: { 'accept-encoding': 'gzip' } });
        expect(response.headers.get('content-encoding')).toBe('gzip');
        return Number(response.headers.get('content-length'));
      }),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });

  it.each(['katex.js', 'katex.css', 'highlight.js', 'mermaid.js'])(
    'has %s beside it, squeezed and kept',
    async (name) => {
      const address = stageAddress('own').replace('own.html', name);
      const response = await fetch(base + address, { headers: { 'accept-encoding': 'br' } });
      await response.body?.cancel();
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-encoding': 'br',
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=31536000, immutable',
      });
    },
  );

  it('has the fonts of formulas beside their styles, in one format', async () => {
    const folder = base + stageAddress('own').replace('own.html', '');
    const styles = await (await fetch(`${folder}katex.css`)).text();
    const fonts = [...styles.matchAll(/url\("?\.\/([^")]+)"?\)/g)].map(([, font]) => font ?? '');
    expect(fonts).toHaveLength(20);
    expect(styles).not.toContain('.ttf');
    for (const font of fonts) expect((await fetch(folder + font, { method: 'HEAD' })).status).toBe(200);
  });

  it.each([
    ['/stage/0000000000000000/own.html', 404],
    ['/stage/../server/main.ts', 418],
    ['/stage/..%2f..%2fpackage.json', 404],
    ['/stage/manifest.json', 404],
    ['/stage', 404],
    ['/elsewhere', 418],
  ])('answers %j with %i', async (address, status) => {
    expect((await fetch(base + address)).status).toBe(status);
  });
});
