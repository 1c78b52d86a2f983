'use client';

import { useState } from 'react';

/** Whether the panel of what was said last time is open, and how to open and close it. */
export interface LastTimePanel {
  readonly open: boolean;
  readonly toggle: () => void;
}

/** That panel; null for who takes nothing over. */
export function useLastTime(writes: boolean): LastTimePanel | null {
  const [open, setOpen] = useState(false);
  return writes ? { open, toggle: () => setOpen(!open) } : null;
}
