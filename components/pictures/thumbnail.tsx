import { clsx } from 'clsx';
import { messages } from '#lib/messages/en.ts';
import { pictureAddress, type PictureRules } from '#lib/stage/picture-address.ts';

/** The address of a small copy that the page itself may load, or null: pictures of other servers are shown in the stage alone. */
export function smallAddress(written: string, rules: PictureRules): string | null {
  const address = pictureAddress(written, rules);
  if (address === null) return null;
  if (address.startsWith('data:')) return address;
  return address.startsWith('/assets/') ? `${address}?w=160` : null;
}

interface ThumbnailProps {
  readonly address: string | null;
  readonly className?: string;
}

/** A picture in small. It stands beside its description, so it has no words of its own. */
export function Thumbnail({ address, className }: ThumbnailProps) {
  const box = 'grid shrink-0 place-items-center overflow-hidden rounded-6 border border-line bg-well';
  if (address === null) {
    return (
      <span className={clsx(box, 'p-2 text-center text-12 text-soft', className)}>
        {messages.pictureMenu.noPreview}
      </span>
    );
  }
  return (
    <span className={clsx(box, className)}>
      <img src={address} alt="" className="max-h-full max-w-full object-contain" />
    </span>
  );
}
