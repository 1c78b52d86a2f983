'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { messages } from '#lib/messages/en.ts';
import { citeAsMarkdown, citeAsText, type Cited } from '#lib/record/cite.ts';

const words = messages.reading.cite;

/** What all citations of a record's page have in common. */
export type CiteFacts = Pick<Cited, 'call' | 'day' | 'edition' | 'checksum'> & {
  readonly sealed: boolean;
  /** Where the site is, without a slash at the end. */
  readonly origin: string;
  /** Paths of the record, and of its edition that is shown: a citation leads to that for good. */
  readonly record: string;
  readonly exact: string;
};

/** Opens a window with the citation wherever a `CiteLink` of the page is pressed. Selected words of a slide are quoted. */
export function CiteDialog({ facts }: { readonly facts: CiteFacts }) {
  const [cited, setCited] = useState<Cited | null>(null);
  // Pressing a link may take the selection away: it is read when the finger goes down.
  const before = useRef<Selected | null>(null);
  useEffect(() => {
    const down = () => {
      before.current = selectedWords();
    };
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-cite]') : null;
      if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      // A key leaves the selection as it is.
      setCited(citedBy(link, event.detail === 0 ? selectedWords() : before.current, facts));
    };
    document.addEventListener('pointerdown', down, true);
    document.addEventListener('click', click);
    return () => {
      document.removeEventListener('pointerdown', down, true);
      document.removeEventListener('click', click);
    };
  }, [facts]);
  if (cited === null) return null;
  return (
    <Dialog title={words.title} onClose={() => setCited(null)}>
      <p className="mb-4 text-14 text-soft">
        {facts.sealed ? words.lead : words.unsealed}
        {cited.quote === null && ` ${words.hint}`}
      </p>
      <Citation label={words.text} copy={words.copyText} text={citeAsText(cited)} />
      <Citation label={words.markdown} copy={words.copyMarkdown} text={citeAsMarkdown(cited)} />
      <form method="dialog" className="mt-5 flex justify-end">
        <Button type="submit">{messages.frame.close}</Button>
      </form>
    </Dialog>
  );
}

interface CitationProps {
  readonly label: string;
  /** What the button says. */
  readonly copy: string;
  readonly text: string;
}

/** A citation to copy: by its button, and where a browser gives no clipboard by hand. */
function Citation({ label, copy, text }: CitationProps) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const put = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      // Refused, or not there at all: without TLS a browser has none.
      box.current?.focus();
      setSaid(words.byHand);
    }
  };
  return (
    <div className="mb-4">
      <label htmlFor={id} className="label-caps">
        {label}
      </label>
      <textarea
        ref={box}
        id={id}
        readOnly
        rows={5}
        value={text}
        onFocus={(event) => event.target.select()}
        className="mt-1 block w-full resize-none rounded-6 border border-edge/55 bg-paper p-2.5 text-14 [overflow-wrap:anywhere]"
      />
      <div className="mt-2 flex items-center gap-3">
        <Button onClick={() => void put()}>{copy}</Button>
        <span role="status" className="text-14 text-soft">
          {said}
        </span>
      </div>
    </div>
  );
}

/** Words that are selected within one slide, and the link that cites that slide. */
interface Selected {
  readonly quote: string;
  readonly link: HTMLElement | null;
}

function selectedWords(): Selected | null {
  const selection = getSelection();
  const quote = selection?.toString().trim() ?? '';
  const from = slideAround(selection?.anchorNode ?? null);
  if (from === null || quote === '') return null;
  const whole = slideAround(selection?.focusNode ?? null) === from;
  return { quote, link: whole ? from.querySelector<HTMLElement>('a[data-cite]') : null };
}

/** The slide of a page to read in which something stands. */
function slideAround(node: Node | null): Element | null {
  return (node instanceof Element ? node : (node?.parentElement ?? null))?.closest('.reading [data-slide]') ?? null;
}

/** What a link cites. The record's own cites the slide in which words are selected. */
function citedBy(link: HTMLElement, selected: Selected | null, facts: CiteFacts): Cited {
  const whole = link.dataset['heading'] === undefined;
  const quotes = selected !== null && (whole || selected.link === link);
  const cited = whole && selected !== null ? (selected.link ?? link) : link;
  const { call, day, edition, checksum, origin } = facts;
  return {
    call,
    day,
    edition,
    checksum,
    quote: quotes ? selected.quote : null,
    heading: cited.dataset['heading'] ?? null,
    team: cited.dataset['team'] ?? null,
    address: origin + exactly(cited.getAttribute('href') ?? '', facts),
  };
}

/** The same place in the edition that is cited. */
function exactly(path: string, { record, exact }: CiteFacts): string {
  return path.startsWith(`${exact}/`) || path === exact ? path : path.replace(record, () => exact);
}
