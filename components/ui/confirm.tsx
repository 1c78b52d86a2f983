'use client';

import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button, type ButtonTone } from './button.tsx';

interface ConfirmProps {
  /** What opens it: one button. */
  readonly trigger: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly tone?: ButtonTone;
  readonly onYes: () => void;
}

/**
 * Asks once more before something that many people notice. The veil is an element of our own: Radix' overlay locks the page's
 * scroll with a style that the page's policy refuses.
 */
export function Confirm({ trigger, title, text, yes, no, tone = 'main', onYes }: ConfirmProps) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <div className="fixed inset-0 z-40 bg-ink/35" aria-hidden="true" />
        <AlertDialog.Content
          aria-modal="true"
          className="fixed top-1/2 left-1/2 z-50 flex w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 rounded-6 border border-line bg-sheet p-6 shadow-float"
        >
          <AlertDialog.Title className="text-20 font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="text-16 text-soft">{text}</AlertDialog.Description>
          <div className="mt-3 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{no}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button tone={tone} onClick={onYes}>
                {yes}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
