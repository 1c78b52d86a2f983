import { Redis } from 'ioredis';
import { testRedis, type TestRedis } from './redis.ts';

/** A Redis that a test may kill, start again on its port, and empty. */
export class RedisAtWill {
  readonly url: string;
  #running: TestRedis;

  static async start(): Promise<RedisAtWill> {
    return new RedisAtWill(await testRedis());
  }

  private constructor(running: TestRedis) {
    this.#running = running;
    this.url = running.url;
  }

  kill(): Promise<void> {
    return this.#running.close();
  }

  async restart(): Promise<void> {
    this.#running = await testRedis(Number(new URL(this.url).port));
  }

  async flush(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }
}
