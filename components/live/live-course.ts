import { Cell } from '#components/connection/cell.ts';
import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { StagePosition } from '#components/stage/stage.tsx';
import type { LiveState } from '#lib/live/live-state.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import type { PresentationStore } from '#components/connection/presentation-store.ts';
import { moveTo, placeOf, samePlace, whereIs, whereIsLive, type DeckPlace, type LivePlace } from './live-place.ts';

/**
 * How a page goes through a live call. `rehearsing`: nothing is live. `presenting`: its keys move everybody. `following`: it goes
 * where the presenter goes. `apart`: its own keys took it elsewhere.
 */
export type LiveRole = 'rehearsing' | 'presenting' | 'following' | 'apart';

export interface LiveShown {
  readonly role: LiveRole;
  /** What this page's stage shows: running numbers are those of the slides that are presented. */
  readonly position: StagePosition;
  /** Where the presenter stands, while a call is live. */
  readonly live: StagePosition | null;
  readonly presenter: string | null;
  readonly blank: boolean;
  readonly startedAt: string | null;
}

const FIRST: DeckPlace = { slide: 0, fragment: -1, generated: null };

/** An answer takes milliseconds; a move that nobody confirmed in this time did not happen. */
const UNCONFIRMED_MILLISECONDS = 2500;

/** What it needs of an open deck. */
export interface LiveWire {
  readonly connection: Pick<DeckConnection, 'doc' | 'live' | 'liveRefusal' | 'status' | 'request'>;
  readonly models: DeckModelStore;
  readonly presentation: Pick<PresentationStore, 'subscribe' | 'getSnapshot'>;
}

/** Where this page's stage stands: with the presenter, or where its own keys took it. Edits move nobody. */
export class LiveCourse implements ExternalStore<LiveShown> {
  readonly #session: LiveWire;
  readonly #personId: string | null;
  readonly #shown: Cell<LiveShown>;
  readonly #stops: readonly (() => void)[];
  /** Where the page went by itself: to stay there (apart), or until the server has said so, too (presenting). */
  #own: LivePlace | null = null;
  #sent = false;
  #wasPresenting = false;
  #wasLive = false;
  #unconfirmed: ReturnType<typeof setTimeout> | null = null;

  constructor(session: LiveWire, personId: string | null) {
    const { connection, presentation } = session;
    this.#session = session;
    this.#personId = personId;
    this.#shown = new Cell(this.#look());
    this.#stops = [
      presentation.subscribe(() => this.#show()),
      connection.live.subscribe(() => this.#heard()),
      connection.liveRefusal.subscribe(() => this.#refused()),
      connection.status.subscribe(() => this.#sendAgain()),
    ];
    this.#heard();
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  readonly getSnapshot = (): LiveShown => this.#shown.getSnapshot();

  /** The person moved this page's stage. Whoever presents takes everybody along. */
  readonly moved = (to: StagePosition): void => {
    const { role, position, live } = this.getSnapshot();
    if (to.slide === position.slide && to.fragment === position.fragment) return;
    const back = role !== 'presenting' && live !== null && to.slide === live.slide;
    const { connection, models, presentation } = this.#session;
    const place = { ...presentation.getSnapshot().toSource(to.slide), fragment: to.fragment };
    this.#own = back ? null : placeOf(connection.doc, models.refresh(), place);
    if (role === 'presenting') this.#send();
    this.#show();
  };

  /** Goes to a slide of its own accord and stays there, also where the presenter stands. Whoever presents takes everybody along. */
  readonly goTo = (to: StagePosition): void => {
    const { models, presentation } = this.#session;
    const source = presentation.getSnapshot().toSource(to.slide);
    this.#own = placeOf(this.#session.connection.doc, models.refresh(), { ...source, fragment: to.fragment });
    if (this.getSnapshot().role === 'presenting') this.#send();
    this.#show();
  };

  /** Goes back to where the presenter stands. */
  readonly rejoin = (): void => {
    this.#forget();
    this.#show();
  };

  destroy(): void {
    this.#forget();
    for (const stop of this.#stops) stop();
  }

  #heard(): void {
    const state = this.#session.connection.live.getSnapshot();
    const presenting = this.#presents(state);
    // Taking over begins where the stage stands, and a call begins at its beginning, wherever a rehearsal ended.
    if (presenting !== this.#wasPresenting || (state !== null) !== this.#wasLive) this.#forget();
    this.#wasPresenting = presenting;
    this.#wasLive = state !== null;
    if (state !== null && presenting) this.#confirm(state);
    this.#show();
  }

  /** Only what was moved can be refused to have moved: other wishes leave a page where it is. */
  #refused(): void {
    if (this.#sent) this.rejoin();
  }

  #confirm(state: LiveState): void {
    if (this.#own === null) return;
    if (!this.#sent) return this.#send();
    const { connection, models } = this.#session;
    const model = models.refresh();
    if (samePlace(whereIsLive(connection.doc, model, state), whereIs(connection.doc, model, this.#own))) this.#forget();
  }

  #send(): void {
    if (this.#own === null) return;
    this.#sent = this.#session.connection.request(moveTo(this.#own));
    if (this.#unconfirmed !== null) clearTimeout(this.#unconfirmed);
    this.#unconfirmed = this.#sent ? setTimeout(this.rejoin, UNCONFIRMED_MILLISECONDS) : null;
  }

  /** Moves made without a connection reach the others when it is back. */
  #sendAgain(): void {
    const { connection } = this.#session;
    if (connection.status.getSnapshot().type !== 'live') this.#sent = false;
    else if (this.#own !== null && !this.#sent && this.getSnapshot().role === 'presenting') this.#send();
  }

  #forget(): void {
    if (this.#unconfirmed !== null) clearTimeout(this.#unconfirmed);
    this.#unconfirmed = null;
    this.#own = null;
    this.#sent = false;
  }

  #show(): void {
    const next = this.#look();
    if (JSON.stringify(next) !== JSON.stringify(this.#shown.getSnapshot())) this.#shown.set(next);
  }

  #look(): LiveShown {
    const { connection, models, presentation } = this.#session;
    const state = connection.live.getSnapshot();
    const model = state === null ? models.getSnapshot() : models.refresh();
    const { toPresented } = presentation.getSnapshot();
    const shown = (place: DeckPlace): StagePosition => ({ slide: toPresented(place), fragment: place.fragment });
    const own = this.#own === null ? null : whereIs(connection.doc, model, this.#own);
    if (state === null)
      return {
        role: 'rehearsing',
        position: shown(own ?? FIRST),
        live: null,
        presenter: null,
        blank: false,
        startedAt: null,
      };
    const live = whereIsLive(connection.doc, model, state);
    const { blank, startedAt } = state;
    return {
      role: this.#role(state),
      position: shown(own ?? live),
      live: shown(live),
      presenter: state.presenter?.name ?? null,
      blank,
      startedAt,
    };
  }

  #role(state: LiveState): LiveRole {
    if (this.#presents(state)) return 'presenting';
    return this.#own === null ? 'following' : 'apart';
  }

  #presents(state: LiveState | null): boolean {
    return this.#personId !== null && state?.presenter?.personId === this.#personId;
  }
}
