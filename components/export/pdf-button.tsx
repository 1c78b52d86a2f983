'use client';

import { useState, type MouseEvent } from 'react';
import { buttonClass } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.exports;

type State = { readonly is: 'idle' | 'making' | 'made' } | { readonly is: 'failed'; readonly why: string };

/** A PDF takes some seconds: what becomes of it is said here, and so is why there is none. Without scripts it is a plain link. */
export function PdfButton({ href }: { readonly href: string }) {
  const [state, setState] = useState<State>({ is: 'idle' });
  const make = async (event: MouseEvent): Promise<void> => {
    event.preventDefault();
    if (state.is === 'making') return;
    setState({ is: 'making' });
    setState(await saved(href));
  };
  return (
    <div className="flex flex-col items-end gap-1">
      <a
        href={href}
        download
        aria-label={`${words.download}: ${words.forms.pdf.name}`}
        aria-disabled={state.is === 'making'}
        className={buttonClass('quiet')}
        onClick={(event) => void make(event)}
      >
        {words.download}
      </a>
      <div aria-live="polite" className="max-w-[40ch] text-14 text-soft">
        {state.is === 'making' && words.making}
        {state.is === 'made' && words.made}
        {state.is === 'failed' && <Problem>{state.why}</Problem>}
      </div>
    </div>
  );
}

async function saved(href: string): Promise<State> {
  try {
    const response = await fetch(href);
    if (!response.ok) return { is: 'failed', why: (await response.text()).trim() };
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'call.pdf';
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // Whoever asks where to save it still reads from there.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return { is: 'made' };
  } catch {
    return { is: 'failed', why: words.failed };
  }
}
