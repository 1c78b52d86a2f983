import { Redis } from 'ioredis';
import { log } from '#server/log.ts';
import type { Bus, Listener } from './bus.ts';
import { Switchboard } from './switchboard.ts';
import type { Message, Topic } from './topics.ts';

const LONGEST_RETRY_MS = 2_000;

const retryStrategy = (attempt: number): number => Math.min(attempt * 100, LONGEST_RETRY_MS);

/** The bus between processes, over Redis or Valkey. While it is gone, rooms hear of each other by polling the log. */
export class RedisBus implements Bus {
  readonly shared = true;
  readonly #switchboard = new Switchboard();
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #channel: string;
  readonly #listening: Promise<unknown>;
  /** Settles once it is known whether Redis answers at all. */
  readonly #tried: Promise<void>;

  constructor(url: string, name: string) {
    this.#channel = name;
    // No queue while away: an old ring is worth nothing, and a queue would grow.
    this.#publisher = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy,
    });
    this.#subscriber = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
    this.#tried = new Promise((resolve) => {
      this.#publisher.once('ready', () => resolve());
      this.#publisher.once('close', () => resolve());
    });
    reportOutages(this.#publisher);
    this.#subscriber.on('error', () => undefined);
    this.#subscriber.on('message', (_channel: string, line: string) => this.#switchboard.receive(line));
    this.#listening = this.#subscriber.subscribe(this.#channel);
    this.#listening.catch(() => undefined);
  }

  /** Settles once rings of others are heard: for tests, which must not ring before. */
  async listening(): Promise<void> {
    await this.#listening;
    if (this.#publisher.status !== 'ready')
      await new Promise<void>((resolve) => this.#publisher.once('ready', () => resolve()));
  }

  publish<T extends Topic>(topic: T, message: Message<T>): void {
    const line = this.#switchboard.send(topic, message);
    // Pages open their bus by ringing it: the first ring waits for the connection. One that nobody hears later, because Redis is
    // away, is made good by polling: nothing to do about it here.
    this.#tried.then(() => this.#publisher.publish(this.#channel, line)).catch(() => undefined);
  }

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    return this.#switchboard.subscribe(topic, listener);
  }

  close(): Promise<void> {
    this.#switchboard.clear();
    this.#publisher.disconnect();
    this.#subscriber.disconnect();
    return Promise.resolve();
  }
}

/** One line when Redis goes and one when it is back, not one an attempt. */
function reportOutages(redis: Redis): void {
  let away = false;
  redis.on('error', (error: Error) => {
    if (!away)
      log.warn('Redis does not answer: other processes are heard by polling until it does.', {
        error: error.message,
      });
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info('Redis answers again.');
    away = false;
  });
}
