'use client';

import { useSearchParams } from 'next/navigation';

/** The moment that is looked at, as the address has it, so that it can be sent around. */
export interface ChosenMoment {
  readonly at: number | null;
  /** What it is compared with; null for now. */
  readonly against: number | null;
  readonly choose: (at: number | null, against?: number | null) => void;
}

/** Which moment the address names, and how to go to another: the browser's way back leads to the one before. */
export function useChosenMoment(): ChosenMoment {
  const query = useSearchParams();
  return {
    at: numberOf(query.get('at')),
    against: numberOf(query.get('against')),
    choose: (at, against = null) => {
      const next = new URLSearchParams();
      if (at !== null) next.set('at', String(at));
      if (at !== null && against !== null) next.set('against', String(against));
      const search = next.size === 0 ? '' : `?${next.toString()}`;
      window.history.pushState(null, '', `${window.location.pathname}${search}`);
    },
  };
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
