import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of somebody else on this machine, who gives pictures, and writes down who asked and how. */
export interface PictureServer {
  readonly port: number;
  /** `host:port`, as `FETCH_ALLOW` takes it. */
  readonly server: string;
  readonly origin: string;
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
}

interface Place {
  readonly host?: string;
  readonly port?: number;
  /** Key and certificate, PEM: then it speaks https. */
  readonly pem?: Buffer;
}

/** Starts one. Without an answer of its own it gives the same picture at each address. */
export async function pictureServer(
  answer: Answer = sendPixel,
  { host = '127.0.0.1', port = 0, pem }: Place = {},
): Promise<PictureServer> {
  const requests: IncomingMessage[] = [];
  const listener: Answer = (request, response) => {
    requests.push(request);
    answer(request, response);
  };
  const server = pem === undefined ? createServer(listener) : createSecureServer({ key: pem, cert: pem }, listener);
  const ready = Promise.withResolvers<void>();
  server.once('error', ready.reject);
  server.listen(port, host, ready.resolve);
  await ready.promise;
  const { port: at } = server.address() as AddressInfo;
  return {
    port: at,
    server: `${host}:${at}`,
    origin: `${pem === undefined ? 'http' : 'https'}://${host}:${at}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Answers with the picture. */
export function sendPixel(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'image/png' }).end(PIXEL);
}
