'use client';

import { useCallback, useMemo, useState } from 'react';

/** What lies over the slide that is shown now. */
export type Over = 'nothing' | 'point' | 'magnify';

interface ToolsState {
  readonly more: boolean;
  /** What was typed to go elsewhere when it began; null while nobody does. */
  readonly jump: string | null;
  readonly over: Over;
}

/** What the presenter has at hand, and how to take and put it away. */
export interface PresenterTools extends ToolsState {
  readonly showMore: (more: boolean) => void;
  readonly jumpWith: (typed: string | null) => void;
  /** The same twice puts it away. */
  readonly lay: (over: Over) => void;
}

const AT_REST: ToolsState = { more: false, jump: null, over: 'nothing' };

/** Nothing of it at rest. */
export function usePresenterTools(): PresenterTools {
  const [state, setState] = useState(AT_REST);
  const showMore = useCallback((more: boolean) => setState((was) => ({ ...was, more })), []);
  const jumpWith = useCallback((jump: string | null) => setState((was) => ({ ...was, jump })), []);
  const lay = useCallback(
    (over: Over) => setState((was) => ({ ...was, over: was.over === over ? 'nothing' : over })),
    [],
  );
  return useMemo(() => ({ ...state, showMore, jumpWith, lay }), [state, showMore, jumpWith, lay]);
}
