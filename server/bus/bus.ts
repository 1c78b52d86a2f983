import type { Message, Topic } from './topics.ts';

/** What is heard of a topic. */
export type Listener<T extends Topic> = (message: Message<T>) => void;

/**
 * Publish and subscribe by topic, between everything that serves the same decks. Delivery is at most once and never waited
 * for: what must not be lost is in Postgres.
 */
export interface Bus {
  /** True when other processes may be listening, false when this process is all there is. */
  readonly shared: boolean;
  /** Tells every subscriber, those on this bus too, later and in order. Never throws. */
  publish<T extends Topic>(topic: T, message: Message<T>): void;
  /** Hears the topic from now on; the result ends it. */
  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void;
  /** Stops hearing and frees what the bus holds. */
  close(): Promise<void>;
}
