'use client';

import { ExternalLink } from 'lucide-react';
import type { MouseEvent } from 'react';
import { buttonClass } from '#components/ui/button.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';

interface StageWindowLinkProps {
  readonly view: Pick<DeckView, 'call' | 'series'>;
  readonly className?: string;
}

/** Opens the bare window that is shared in a video call: one window a call, and a tab where the browser allows no windows. */
export function StageWindowLink({ view: { call, series }, className }: StageWindowLinkProps) {
  if (call === null) return null;
  const address = addresses.presentStage(series.slug, call.address);
  const open = (event: MouseEvent): void => {
    // Whoever wants a tab of its own gets what they ask for.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const opened = window.open(address, `plenum-stage-${call.address}`, 'popup,width=1280,height=720');
    if (opened !== null) event.preventDefault();
  };
  return (
    <a href={address} target="_blank" rel="noopener" onClick={open} className={buttonClass('quiet', className)}>
      <ExternalLink className="size-4" aria-hidden="true" />
      {messages.presenting.share.open}
    </a>
  );
}
