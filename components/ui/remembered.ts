/** Where something is remembered: in this browser, or in this tab for as long as it is open. */
export type Memory = 'browser' | 'tab';

/** What was remembered under a name, or null: also in a browser that refuses to store anything. */
export function remembered(name: string, memory: Memory = 'browser'): string | null {
  try {
    return storage(memory).getItem(`plenum ${name}`);
  } catch {
    return null;
  }
}

/** Remembers a value under a name, where the browser lets it. */
export function remember(name: string, value: string, memory: Memory = 'browser'): void {
  try {
    storage(memory).setItem(`plenum ${name}`, value);
  } catch {
    // Then the page begins as usual each time.
  }
}

function storage(memory: Memory): Storage {
  return memory === 'browser' ? localStorage : sessionStorage;
}
