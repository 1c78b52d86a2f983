'use client';

import { QrCode } from '#components/ui/qr-code.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { nowAddress } from './share-stage.tsx';

const words = messages.presenting.stage;

interface StageAddressProps {
  /** Slug of the series. */
  readonly series: string;
  /** The slide that a call opens with, where there is time to take out a phone. */
  readonly opening: boolean;
  readonly ended: boolean;
}

/** Where everybody can follow by themselves, small in a corner of the shared slides; with a code for phones on the first of them. */
export function StageAddress({ series, opening, ended }: StageAddressProps) {
  const address = nowAddress(series);
  return (
    <div className="pointer-events-none absolute bottom-3 left-3 flex items-end gap-3">
      {opening && (
        <QrCode
          text={location.origin + addresses.now(series)}
          label={address}
          className="size-[max(6rem,18vh)] rounded-6"
        />
      )}
      <p className="rounded-6 bg-[#000]/70 px-2 py-1 text-[max(0.875rem,1.9vh)] leading-snug text-[#fff]">
        {ended && <span className="block font-semibold">{words.ended}</span>}
        {opening && <span className="block text-[#ddd]">{ended ? words.endedHint : words.follow}</span>}
        {address}
      </p>
    </div>
  );
}
