import { messages } from '#lib/messages/en.ts';
import type { ConnectionStatus } from '#lib/sync/connection-status.ts';

/** `safe`: the server has it all. `busy`: it is on its way. `loud`: a person should know now. */
export type SaveTone = 'safe' | 'busy' | 'loud';

export interface SaveState {
  readonly tone: SaveTone;
  readonly sentence: string;
}

const words = messages.deck.save;

/** The one sentence about the text being safe. It says "Saved" only for what the server has committed. */
export function saveState(status: ConnectionStatus, writable: boolean, clock: (at: number) => string): SaveState {
  switch (status.type) {
    case 'connecting':
      return { tone: 'busy', sentence: words.connecting };
    case 'live':
      if (!status.saved) return { tone: 'busy', sentence: words.saving };
      if (!status.writable || !writable) return { tone: 'safe', sentence: words.reading };
      return { tone: 'safe', sentence: status.savedAt === null ? words.saved : words.savedAt(clock(status.savedAt)) };
    case 'offline':
      return { tone: 'loud', sentence: writable ? offlineSentence(status) : words.readingOffline };
    case 'refused':
      return { tone: 'loud', sentence: words.refused };
  }
}

/** Whether closing the page now could lose something that somebody typed. */
export function hasUnsaved(status: ConnectionStatus): boolean {
  switch (status.type) {
    case 'live':
      return !status.saved;
    case 'offline':
      return status.unsavedSince !== null;
    case 'refused':
      return status.text !== undefined && status.text !== '';
    case 'connecting':
      return false;
  }
}

function offlineSentence(status: Extract<ConnectionStatus, { type: 'offline' }>): string {
  if (status.kept === 'not-kept') return words.offlineNotKept;
  if (status.unsavedSince === null) return words.offlineClean;
  return status.kept === 'checking' ? words.offlineKeeping : words.offlineKept;
}
