import { BroadcastChannel } from 'node:worker_threads';
import type { Bus, Listener } from './bus.ts';
import { Switchboard } from './switchboard.ts';
import type { Message, Topic } from './topics.ts';

/** The bus inside one process, over BroadcastChannel: Next's bundle and main share no module state, but they share this. */
export class ProcessBus implements Bus {
  readonly shared = false;
  readonly #switchboard = new Switchboard();
  readonly #channel: BroadcastChannel;
  #closed = false;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- Node's type of this class has no other way.
    this.#channel.onmessage = (event: unknown) => this.#switchboard.receive((event as MessageEvent<unknown>).data);
    // A bus alone must not keep a command line from ending.
    this.#channel.unref();
  }

  publish<T extends Topic>(topic: T, message: Message<T>): void {
    // What is saved while a process ends may want to ring after the bus has gone.
    if (this.#closed) return;
    this.#channel.postMessage(this.#switchboard.send(topic, message));
  }

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    return this.#switchboard.subscribe(topic, listener);
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#switchboard.clear();
    this.#channel.close();
    return Promise.resolve();
  }
}
