'use client';

import { Folded } from '#components/ui/folded.tsx';
import { QrCode } from '#components/ui/qr-code.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';
import { StageWindowLink } from './stage-window-link.tsx';

const words = messages.presenting.share;

/** The window to share, the address for everybody, and the way to a phone as remote control. Only in a browser: it knows the host. */
export function ShareStage({ view }: { readonly view: DeckView }) {
  const { call, series } = view;
  if (call === null) return null;
  const remote = location.origin + addresses.present(series.slug, call.address);
  return (
    <div className="flex flex-col items-start gap-3 text-14">
      <div className="flex flex-col items-start gap-1.5 max-tablet:hidden">
        <StageWindowLink view={view} />
        <p className="text-soft">{words.openHint}</p>
      </div>
      <p>
        <span className="block text-soft">{words.address}</span>
        <span className="text-16 font-medium [overflow-wrap:anywhere]">{nowAddress(series.slug)}</span>
      </p>
      <div className="max-tablet:hidden">
        <Folded title={words.phone}>
          <div className="flex items-start gap-3 pt-2">
            <QrCode text={remote} label={words.phoneCode(remote)} className="size-36 shrink-0 rounded-6" />
            <p className="text-soft">{words.phoneHint}</p>
          </div>
        </Folded>
      </div>
    </div>
  );
}

/** As people type it: without the scheme. */
export function nowAddress(series: string): string {
  return location.host + addresses.now(series);
}
