/** A value that changes outside React, in the shape of `useSyncExternalStore`. */
export interface ExternalStore<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => T;
}

/** An external store and the way to change it. */
export interface Writable<T> extends ExternalStore<T> {
  /** Sets the value and tells everybody, unless it is equal to the one before. */
  readonly set: (value: T) => void;
}

/** A store that begins with this value. Values that look the same as JSON count as equal, so that nothing renders twice. */
export function createStore<T>(initial: T): Writable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => value,
    set: (next) => {
      if (JSON.stringify(next) === JSON.stringify(value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}
