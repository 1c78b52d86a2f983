import type { HistoryActions } from '#lib/history/history-views.ts';
import {
  makeChangeAction,
  nameMomentAction,
  olderHistoryAction,
  playSpanAction,
  previewChangeAction,
  readMomentAction,
} from './actions.ts';

/** What the history page of this deck can ask for. */
export function historyActions(deckId: string): HistoryActions {
  return {
    older: olderHistoryAction.bind(null, deckId),
    moment: readMomentAction.bind(null, deckId),
    play: playSpanAction.bind(null, deckId),
    preview: previewChangeAction.bind(null, deckId),
    make: makeChangeAction.bind(null, deckId),
    name: nameMomentAction.bind(null, deckId),
  };
}
