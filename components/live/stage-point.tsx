'use client';

import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { LivePointer } from './live-pointer.tsx';

/** Where the presenter of an open deck points, over its stage. By itself: it moves twelve times a second, and nothing else need be drawn. */
export function StagePoint({ session }: { readonly session: DeckSession }) {
  const { model } = useStore(session.presentation);
  return <LivePointer point={useStore(session.connection.point)} slideOptions={model.frontMatter.slideOptions} />;
}
