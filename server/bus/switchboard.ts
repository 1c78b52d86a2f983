import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { log } from '#server/log.ts';
import type { Listener } from './bus.ts';
import { topics, type Message, type Topic } from './topics.ts';

const envelope = z.object({ sender: z.string(), topic: z.string(), message: z.unknown() });

/** The part of a bus that every adapter shares: who listens here, and what goes over the line. */
export class Switchboard {
  /** Tells this bus's own messages from those of others. */
  readonly #sender = randomUUID();
  readonly #listeners = new Map<Topic, Set<(message: unknown) => void>>();

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners);
    const heard = (message: unknown): void => {
      const parsed = topics[topic].safeParse(message);
      // The schema of this very topic made it.
      if (parsed.success) listener(parsed.data as Message<T>);
      else log.warn('A message on the bus was not understood.', { topic });
    };
    listeners.add(heard);
    return () => listeners.delete(heard);
  }

  /** Gives a message to everybody on this bus once the caller is done, and returns what goes to the others. */
  send<T extends Topic>(topic: T, message: Message<T>): string {
    queueMicrotask(() => this.#deliver(topic, message));
    return JSON.stringify({ sender: this.#sender, topic, message });
  }

  /** Hears what came over the line. */
  receive(line: unknown): void {
    const parsed = envelope.safeParse(parseLine(line));
    if (!parsed.success) return log.warn('Something on the bus was no message.');
    const { sender, topic, message } = parsed.data;
    if (sender !== this.#sender && isTopic(topic)) this.#deliver(topic, message);
  }

  clear(): void {
    this.#listeners.clear();
  }

  #deliver(topic: Topic, message: unknown): void {
    for (const heard of this.#listeners.get(topic) ?? []) {
      try {
        heard(message);
      } catch (error) {
        // One listener's fault must not keep the others from hearing.
        log.error('A listener on the bus failed.', { topic, error });
      }
    }
  }
}

function isTopic(text: string): text is Topic {
  return Object.hasOwn(topics, text);
}

function parseLine(line: unknown): unknown {
  if (typeof line !== 'string') return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
