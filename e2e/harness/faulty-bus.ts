import type { Bus, Listener } from '#server/bus/bus.ts';
import type { Message, Topic } from '#server/bus/topics.ts';
import type { Chance } from './chance.ts';

/** A bus whose line to others is bad: of ten rings of a deck's log one is lost, one comes twice, one comes after the next. */
export class FaultyBus implements Bus {
  readonly shared = true;
  readonly #bus: Bus;
  readonly #pick: Chance;
  #late: (() => void)[] = [];

  constructor(bus: Bus, pick: Chance) {
    this.#bus = bus;
    this.#pick = pick;
  }

  publish<T extends Topic>(topic: T, message: Message<T>): void {
    const send = (): void => this.#bus.publish(topic, message);
    // The other topics tell of what is asked once, not of what is read again.
    if (topic !== 'deck.appended') return send();
    const fate = this.#pick(10);
    const late = this.#late;
    this.#late = fate === 2 ? [send] : [];
    if (fate > 2) send();
    if (fate === 1) for (let times = 0; times < 2; times += 1) send();
    for (const sendLate of late) sendLate();
  }

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    return this.#bus.subscribe(topic, listener);
  }

  close(): Promise<void> {
    return this.#bus.close();
  }
}
