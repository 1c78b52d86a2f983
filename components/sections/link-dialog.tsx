'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';
import type { SectionLink } from './section-actions.ts';

const words = messages.sections.link;

interface LinkDialogProps {
  readonly section: string;
  readonly reporter: string;
  readonly make: () => Promise<SectionLink>;
  readonly onClose: () => void;
}

/** Makes a link to write one section and shows it, this once. */
export function LinkDialog({ section, reporter, make, onClose }: LinkDialogProps) {
  const [link, setLink] = useState<SectionLink | null>(null);
  // One link for one opening of the dialog.
  const [once] = useState(() => make);
  useEffect(() => {
    let gone = false;
    const show = (made: SectionLink): void => {
      if (!gone) setLink(made);
    };
    once().then(show, () => show({ refusal: messages.sections.problems.unreachable }));
    return () => {
      gone = true;
    };
  }, [once]);
  return (
    <Dialog title={words.title(section)} onClose={onClose}>
      <p className="mb-4 text-14 text-soft">{words.text(reporter)}</p>
      <div role="status" className="flex min-h-24 flex-col gap-3">
        {link !== null && 'refusal' in link && <Problem>{link.refusal}</Problem>}
        {link !== null && 'path' in link && <Made address={window.location.origin + link.path} />}
      </div>
      <div className="mt-4 flex justify-end">
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </Dialog>
  );
}

function Made({ address }: { readonly address: string }) {
  return (
    <>
      <p className="font-mono text-12 select-all [overflow-wrap:anywhere]">{address}</p>
      <div>
        <CopyButton text={address} label={words.copy} />
      </div>
    </>
  );
}
