import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';

import type { S3Settings } from '#server/s3-settings.ts';

/** A server that speaks S3, on loopback, with one empty bucket. */
export interface S3Server {
  readonly port: number;
  readonly settings: S3Settings;
  close(): Promise<void>;
}

/** Opens one. Its key is known to everybody who has read its manual. */
export async function openS3(): Promise<S3Server> {
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: await mkdtemp(path.join(tmpdir(), 'plenum-s3-')),
    vhostBuckets: false,
    configureBuckets: [{ name: 'pictures' }],
  });
  const { port } = await server.run();
  return {
    port,
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'pictures',
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      prefix: 'plenum/',
    },
    close: async () => {
      server.httpServer.closeAllConnections();
      await server.close();
    },
  };
}
