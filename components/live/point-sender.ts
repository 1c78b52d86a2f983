import type { LivePoint } from '#lib/live/live-state.ts';

/** Twelve times a second: smooth for the eye, and no burden for thousands who follow. */
const PAUSE_MILLISECONDS = 84;

/** Tells where somebody points, at most twelve times a second and always the last place; at once when they stop. */
export class PointSender {
  readonly #send: (at: LivePoint | null) => void;
  #waiting: LivePoint | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lit = false;

  constructor(send: (at: LivePoint | null) => void) {
    this.#send = send;
  }

  point(at: LivePoint): void {
    this.#waiting = at;
    if (this.#timer === null) this.#next();
  }

  /** Puts the light out. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = null;
    if (this.#lit) this.#send(null);
    this.#lit = false;
  }

  #next(): void {
    this.#timer = null;
    if (this.#waiting === null) return;
    this.#lit = true;
    this.#send(this.#waiting);
    this.#waiting = null;
    this.#timer = setTimeout(() => this.#next(), PAUSE_MILLISECONDS);
  }
}

/** A place on the screen as parts of an area's width and height, never outside it; null for an area without size. */
export function pointIn(
  area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  at: { readonly clientX: number; readonly clientY: number },
): LivePoint | null {
  if (area.width <= 0 || area.height <= 0) return null;
  return { x: part((at.clientX - area.left) / area.width), y: part((at.clientY - area.top) / area.height) };
}

/** Four digits are finer than any screen, and shorter on the wire. */
function part(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
}
