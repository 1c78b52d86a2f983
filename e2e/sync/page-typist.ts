import type * as Y from 'yjs';
import { openPage } from '#e2e/harness/sync-client.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { Ledger } from './ledger.ts';
import type { Typist } from './typist.ts';

/** A typist at a page of ours: what it shows as saved is what it was promised. */
export class PageTypist implements Typist {
  readonly ledger: Ledger;
  readonly page: DeckConnection;

  constructor(name: string, address: string, deckId: string) {
    this.ledger = new Ledger(name);
    this.page = openPage(name, address, deckId);
    // Told at each change: what is typed after this moment has changed the status again before.
    this.page.status.subscribe(() => {
      if (this.#saved) this.ledger.promise(this.ledger.length);
    });
  }

  get doc(): Y.Doc {
    return this.page.doc;
  }

  get text(): Y.Text {
    return this.page.text;
  }

  get ready(): boolean {
    return this.page.ready.getSnapshot();
  }

  get settled(): boolean {
    return this.#saved && this.ledger.promised === this.ledger.length;
  }

  get refusal(): number | null {
    const status = this.page.status.getSnapshot();
    return status.type === 'refused' ? status.code : null;
  }

  reconnect(): void {
    this.page.reconnect();
  }

  close(): void {
    this.page.destroy();
  }

  get #saved(): boolean {
    const status = this.page.status.getSnapshot();
    return status.type === 'live' && status.saved;
  }
}
