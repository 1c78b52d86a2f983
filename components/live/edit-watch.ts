import { Cell } from '#components/connection/cell.ts';
import type { LiveState } from '#lib/live/live-state.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import type { LiveWire } from './live-course.ts';
import { whereIsLive } from './live-place.ts';

/** What it needs of an open deck. */
interface EditWire {
  readonly connection: Pick<LiveWire['connection'], 'doc' | 'live'>;
  readonly models: LiveWire['models'];
  readonly presentation: LiveWire['presentation'];
}

/** Whether the slide on the stage was edited since the presenter came to it. */
export class EditWatch implements ExternalStore<boolean> {
  readonly #wire: EditWire;
  readonly #edited = new Cell(false);
  #place: string | null = null;
  #hash = '';

  constructor(wire: EditWire) {
    this.#wire = wire;
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#edited.subscribe(listener);

  readonly getSnapshot = (): boolean => this.#edited.getSnapshot();

  /** Watches from now on; returns how to stop. */
  readonly listen = (): (() => void) => {
    const { connection, presentation } = this.#wire;
    this.#look();
    const stops = [connection.live, presentation].map((store) => store.subscribe(() => this.#look()));
    return () => stops.forEach((stop) => stop());
  };

  /** The presenter has seen it. */
  readonly putAway = (): void => this.#edited.set(false);

  #look(): void {
    const { connection, models, presentation } = this.#wire;
    // The place and the text of the same moment: a slide looked up in an older text is another one.
    const model = models.refresh();
    const state = connection.live.getSnapshot();
    const place = placeOf(state);
    if (state === null || place === null) return this.#arrive(null, '');
    const shown = presentation.getSnapshot();
    const hash = shown.model.slides[shown.toPresented(whereIsLive(connection.doc, model, state))]?.hash ?? '';
    if (place !== this.#place) return this.#arrive(place, hash);
    if (hash !== this.#hash) this.#edited.set(true);
    this.#hash = hash;
  }

  #arrive(place: string | null, hash: string): void {
    this.#place = place;
    this.#hash = hash;
    this.#edited.set(false);
  }
}

/** The slide meant, whatever its number is: null when none is live. A slide that stands in for one that is gone was not edited either. */
function placeOf(state: LiveState | null): string | null {
  if (state === null || state.gone !== null) return null;
  const { position } = state;
  return position === null ? '' : `${position.anchor} ${position.generated ?? ''}`;
}
