'use client';

import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import type { LiveState } from '#lib/live/live-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.audience;

interface StageNoticeProps {
  readonly session: DeckSession;
  /** Whether the slides are shown as text: then a blank screen has to be told. */
  readonly asText: boolean;
}

/** One calm line when the stage is not as it should be: the presenter is away, the slide was taken out, the screen is blank. */
export function StageNotice({ session, asText }: StageNoticeProps) {
  const live = useStore(session.connection.live);
  const sentence = live === null ? null : noticeOf(live, asText);
  if (sentence === null) return null;
  return <p className="shrink-0 border-t border-line bg-well px-3 py-2 text-14 tablet:px-4">{sentence}</p>;
}

/** What there is to say, the most hindering first; null for nothing. */
function noticeOf({ awaySince, presenter, gone, blank }: LiveState, asText: boolean): string | null {
  if (awaySince !== null && presenter !== null) return words.away(presenter.name);
  if (blank && asText) return words.blank;
  return gone === null ? null : words.gone(gone);
}
