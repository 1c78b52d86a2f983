'use client';

import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface AskAgainProps {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asks once more before something is lost, where a menu led to it; `Confirm` does where a button does. */
export function AskAgain({ title, text, yes, no, onYes, onClose }: AskAgainProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="text-16 text-soft">{text}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{no}</Button>
        <Button
          tone="main"
          onClick={() => {
            onYes();
            onClose();
          }}
        >
          {yes}
        </Button>
      </div>
    </Dialog>
  );
}
