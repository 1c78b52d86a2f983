'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { messages } from '#lib/messages/en.ts';
import { Button } from './button.tsx';

/** Copies a text and says so in its own place. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button onClick={() => void copy()} onBlur={() => setCopied(false)}>
      {copied ? <Check className="size-4" aria-hidden="true" /> : <Copy className="size-4" aria-hidden="true" />}
      <span aria-live="polite">{copied ? messages.frame.copied : label}</span>
    </Button>
  );
}
