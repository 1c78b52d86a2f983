import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { PIXEL, pictureServer, sendPixel, type PictureServer } from '#e2e/harness/picture-server.ts';
import { messages } from '#lib/messages/en.ts';
import { fetchPicture } from './fetch-picture.ts';
import { STRICT, type FetchPolicy } from './fetch-policy.ts';

const says = messages.foreignPictures.fetch;
const folder = mkdtempSync(path.join(tmpdir(), 'plenum-fetch-'));
const PEM = readFileSync(path.resolve(import.meta.dirname, '../../e2e/fixtures/tls/pictures.example.pem'));

const open: PictureServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(...how: Parameters<typeof pictureServer>): Promise<PictureServer> {
  const server = await pictureServer(...how);
  open.push(server);
  return server;
}

/** The strict rules, but for these servers on this machine. */
function only(...servers: readonly PictureServer[]): FetchPolicy {
  return { ...STRICT, named: new Set(servers.map(({ server }) => server)) };
}

/** What is fetched from an address. */
async function fetched(address: string, policy: FetchPolicy): Promise<Buffer> {
  const into = path.join(folder, randomUUID());
  await fetchPicture(address, into, policy);
  return readFileSync(into);
}

/** Why it is refused; there is no file then. */
async function refusal(address: string, policy: FetchPolicy): Promise<string> {
  const into = path.join(folder, randomUUID());
  const why = await fetchPicture(address, into, policy).then(
    () => 'fetched',
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : 'no error'),
  );
  expect(existsSync(into)).toBe(false);
  return why.replace(/^Refusal: /, '');
}

/** Answers with this head and body, byte by byte as written. */
const raw =
  (head: string, body: string | Buffer = '') =>
  ({ socket }: IncomingMessage): void =>
    void socket.write(Buffer.concat([Buffer.from(`${head.replaceAll('\n', '\r\n')}\r\n\r\n`), Buffer.from(body)]));

/** Answers `/n` with a way on to `/n-1`, and `/0` with the picture. */
function chain(request: IncomingMessage, response: ServerResponse): void {
  const left = Number(request.url?.slice(1));
  if (left === 0) sendPixel(request, response);
  else response.writeHead(302, { Location: `/${left - 1}` }).end();
}

const to = (location: string) => (_request: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(301, { Location: location }).end();

describe('a picture', () => {
  it('is fetched by one request of nobody', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, { 'Content-Type': 'image/png', 'Set-Cookie': 'who=you' }).end(PIXEL);
    });
    expect(await fetched(`${server.origin}/a%20b.png?size=%2F#there`, only(server))).toEqual(PIXEL);
    await fetched(`${server.origin}/again.png`, only(server));
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /a%20b.png?size=%2F',
      'GET /again.png',
    ]);
    for (const { headers } of server.requests)
      expect(headers).toEqual({
        host: server.server,
        'user-agent': 'Plenum',
        accept: 'image/*',
        'accept-encoding': 'identity',
        connection: 'close',
      });
  });

  it('may come as mere bytes, in chunks and of unknown length', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
      response.write(PIXEL.subarray(0, 10));
      response.end(PIXEL.subarray(10));
    });
    expect(await fetched(`${server.origin}/`, only(server))).toEqual(PIXEL);
  });

  it('comes from a server that proves to be the one, and from no other', async () => {
    const server = await serve(sendPixel, { pem: PEM });
    const policy = { ...only(server), lookup: async () => ['127.0.0.1'] };
    const address = (name: string) => `https://${name}:${server.port}/a.png`;
    const both = { ...policy, named: new Set([`pictures.example:${server.port}`, `other.example:${server.port}`]) };
    expect(await refusal(address('pictures.example'), both)).toBe(says.certificate('pictures.example'));
    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, PEM.toString()]);
    try {
      expect(await fetched(address('pictures.example'), both)).toEqual(PIXEL);
      expect(await refusal(address('other.example'), both)).toBe(says.certificate('other.example'));
    } finally {
      setDefaultCACertificates(trusted);
    }
  });
});

describe('a way on', () => {
  it('is followed five times', async () => {
    const server = await serve(chain);
    expect(await fetched(`${server.origin}/5`, only(server))).toEqual(PIXEL);
    expect(await refusal(`${server.origin}/6`, only(server))).toBe(says.tooManyRedirects);
    expect(server.requests).toHaveLength(12);
  });

  it('in a circle ends', async () => {
    const server = await serve(to('/'));
    expect(await refusal(`${server.origin}/`, only(server))).toBe(says.tooManyRedirects);
    expect(server.requests).toHaveLength(6);
  });

  it('to what is not public is not gone, in no spelling', async () => {
    const secret = await serve();
    const { port } = secret;
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:7f00:1]', 'localhost', '%31%32%37.0.0.1']) {
      const server = await serve(to(`http://${host}:${port}/`));
      // The port is one that is allowed: nothing but the address is in the way.
      const policy = { ...only(server), ports: new Set([port]) };
      expect([host, await refusal(`${server.origin}/`, policy)]).toEqual([
        host,
        expect.stringContaining('is no public server'),
      ]);
    }
    expect(secret.requests).toEqual([]);
  });

  it.each([
    ['file:///etc/passwd', says.scheme('file:')],
    ['ftp://8.8.8.8/', says.scheme('ftp:')],
    ['data:image/png;base64,AA', says.scheme('data:')],
    ['http://ada:secret@8.8.8.8/', says.credentials],
    ['//169.254.169.254/', says.notPublic('169.254.169.254')],
    ['http://8.8.8.8:25/', says.port('25')],
    ['http://[::1/', says.garbled('127.0.0.1')],
  ])('to %s is not gone', async (location, sentence) => {
    const server = await serve(to(location));
    expect(await refusal(`${server.origin}/`, only(server))).toBe(sentence);
  });

  it('from https to http is not gone', async () => {
    const plain = await serve();
    const server = await serve(to(plain.origin), { pem: PEM });
    const named = new Set([plain.server, `pictures.example:${server.port}`]);
    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, PEM.toString()]);
    try {
      const policy = { ...STRICT, named, lookup: async () => ['127.0.0.1'] };
      expect(await refusal(`https://pictures.example:${server.port}/`, policy)).toBe(says.downgrade);
    } finally {
      setDefaultCACertificates(trusted);
    }
    expect(plain.requests).toEqual([]);
  });
});

describe('a name that means something else the second time', () => {
  /** Two servers at one port: one at an address that may be asked, one at an address that may not. */
  async function twoServers() {
    const secret = await serve();
    const seen = await serve(sendPixel, { host: '127.0.0.2', port: secret.port });
    const { port } = secret;
    const policy = { ...STRICT, ports: new Set([port]), isAllowed: (address: string) => address === '127.0.0.2' };
    return { secret, server: seen, policy, address: `http://pictures.example:${port}/` };
  }

  it('is asked for once, and only what was checked is gone to', async () => {
    const { secret, server, policy, address } = await twoServers();
    let asked = 0;
    const lookup = async () => {
      asked += 1;
      return [asked === 1 ? '127.0.0.2' : '127.0.0.1'];
    };
    expect(await fetched(address, { ...policy, lookup })).toEqual(PIXEL);
    expect([asked, server.requests.length, secret.requests.length]).toEqual([1, 1, 0]);
    expect(await refusal(address, { ...policy, lookup })).toBe(says.notPublic('pictures.example'));
    expect(secret.requests).toEqual([]);
  });

  it('is refused when one of its addresses is private, wherever it stands', async () => {
    const { secret, server, policy, address } = await twoServers();
    for (const list of [
      ['127.0.0.2', '127.0.0.1'],
      ['127.0.0.1', '127.0.0.2'],
      ['127.0.0.2', '::ffff:127.0.0.1'],
    ])
      expect(await refusal(address, { ...policy, lookup: async () => list })).toBe(says.notPublic('pictures.example'));
    expect([server.requests, secret.requests]).toEqual([[], []]);
  });

  it('is refused before a byte is sent when the socket stands elsewhere', async () => {
    const { server, policy, address } = await twoServers();
    let looks = 0;
    const isAllowed = () => {
      looks += 1;
      return looks === 1;
    };
    const fickle = { ...policy, isAllowed, lookup: async () => ['127.0.0.2'] };
    expect(await refusal(address, fickle)).toBe(says.notPublic('pictures.example'));
    expect(server.requests).toEqual([]);
  });
});

describe('a server that is slow, broken or hostile', () => {
  it.each([
    [404, says.answered(404)],
    [403, says.answered(403)],
    [429, says.answered(429)],
    [500, says.answered(500)],
    [204, says.answered(204)],
    [206, says.answered(206)],
    [304, says.answered(304)],
  ])('that answers %i is told of with what to do', async (status, sentence) => {
    const server = await serve((_request, response) => {
      response.writeHead(status, { 'Content-Type': 'image/png' }).end();
    });
    expect(await refusal(`${server.origin}/`, only(server))).toBe(sentence);
  });

  it.each([
    ['a page', 'HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8', says.noPicture('text/html')],
    ['no type', 'HTTP/1.1 200 OK', says.noPicture('')],
    ['a film', 'HTTP/1.1 200 OK\nContent-Type: video/mp4', says.noPicture('video/mp4')],
    [
      'too much by its own word',
      'HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: 20000001',
      says.tooLarge(20),
    ],
    ['endless headers', `HTTP/1.1 200 OK\n${'X-Pad: x\n'.repeat(4_000)}`, says.garbled('127.0.0.1')],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2', says.garbled('127.0.0.1')],
    ['two lengths', 'HTTP/1.1 200 OK\nContent-Length: 1\nContent-Length: 2', says.garbled('127.0.0.1')],
  ])('that gives %s is refused', async (_what, head, sentence) => {
    const server = await serve(raw(head));
    expect(await refusal(`${server.origin}/`, only(server))).toBe(sentence);
  });

  it('that compresses is refused before anything is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    for (const encoding of ['gzip', 'br', 'deflate, gzip', 'identity, gzip', 'unknown']) {
      const server = await serve((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Encoding': encoding }).end(bomb);
      });
      expect(await refusal(`${server.origin}/`, only(server))).toBe(says.compressed);
    }
  });

  it('that never ends is stopped at the limit', async () => {
    let sent = 0;
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'image/png' });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    });
    expect(await refusal(`${server.origin}/`, { ...only(server), mostBytes: 1_000_000 })).toBe(says.tooLarge(1));
    expect(sent).toBeLessThan(20_000_000);
  });

  it('that promises more than it gives is told of', async () => {
    const server = await serve((request) => {
      raw('HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: 1000', PIXEL)(request);
      request.socket.end();
    });
    expect(await refusal(`${server.origin}/`, only(server))).toBe(says.brokeOff('127.0.0.1'));
  });

  it('that gives more than it promised gives no more than that', async () => {
    const head = `HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: ${PIXEL.length}`;
    const server = await serve(raw(head, Buffer.concat([PIXEL, Buffer.alloc(100_000)])));
    expect(await fetched(`${server.origin}/`, only(server))).toEqual(PIXEL);
  });

  it.each([
    ['headers', 'HTTP/1.1 200 OK\r\nX-A: '],
    ['body', 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 100000\r\n\r\n'],
    ['provisional answers', ''],
  ])('that gives its %s letter by letter is left', async (what, begin) => {
    const drip = what === 'provisional answers' ? 'HTTP/1.1 102 Processing\r\n\r\n' : 'x';
    const server = await serve(({ socket }) => {
      socket.write(begin);
      const timer = setInterval(() => socket.write(drip), 20);
      socket.on('close', () => clearInterval(timer));
      socket.on('error', () => clearInterval(timer));
    });
    const began = Date.now();
    expect(await refusal(`${server.origin}/`, { ...only(server), wholeMs: 400 })).toBe(says.slow('127.0.0.1'));
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('that says nothing, or whose name nobody knows in time, is left', async () => {
    const server = await serve(() => undefined);
    expect(await refusal(`${server.origin}/`, { ...only(server), wholeMs: 200 })).toBe(says.slow('127.0.0.1'));
    const never = { ...STRICT, wholeMs: 200, lookup: () => new Promise<never>(() => undefined) };
    expect(await refusal('https://pictures.example/', never)).toBe(says.slow('pictures.example'));
  });

  it('that does not shake hands is left early', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const server = `127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const policy = { ...STRICT, named: new Set([server]), connectMs: 200 };
    const began = Date.now();
    expect(await refusal(`https://${server}/`, policy)).toBe(says.slow('127.0.0.1'));
    expect(Date.now() - began).toBeLessThan(5_000);
    mute.close();
  });

  it('that is not there is told of', async () => {
    const server = await serve();
    await server.close();
    open.length = 0;
    expect(await refusal(`${server.origin}/`, only(server))).toBe(says.unreachable('127.0.0.1'));
    const lookup = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    expect(await refusal('https://nowhere.example/', { ...STRICT, lookup })).toBe(says.unknownHost('nowhere.example'));
  });
});

it('does not take a fault of this machine for one of the server', async () => {
  const server = await serve();
  const nowhere = path.join(folder, 'missing', 'file');
  await expect(fetchPicture(`${server.origin}/`, nowhere, only(server))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(readdirSync(folder).some((name) => name.includes('missing'))).toBe(false);
});
