import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '#components/ui/button.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

import { MessagePart } from './message-part.tsx';
import { PdfButton } from './pdf-button.tsx';
import { ProfileChoice } from './profile-choice.tsx';

const words = messages.exports;

/** What is taken along: an edition of a record, or a deck as it is now. */
export type TakenThing = { readonly edition: string } | { readonly deck: string };

interface TakeAlongProps {
  readonly thing: TakenThing;
  /** Of no call: then there is nothing to tell of it but its text. */
  readonly template?: boolean;
}

/** Every form in which a call can leave, a row each. Works without scripts, but for the message. */
export function TakeAlong({ thing, template = false }: TakeAlongProps) {
  const { html, markdown, pdf } = words.forms;
  return (
    <ul className="divide-y divide-line text-16">
      <Row {...html}>
        <FileLink href={addresses.exportFile(thing, 'html')} name={html.name} />
      </Row>
      <Row {...pdf}>
        <PdfButton href={addresses.exportFile(thing, 'pdf')} />
      </Row>
      <Row {...markdown}>
        <form method="get" action={addresses.exportFile(thing, 'zip')} className="flex flex-wrap items-end gap-2">
          <ProfileChoice />
          <button type="submit" className={buttonClass('quiet')}>
            {words.withPictures}
          </button>
          <button type="submit" formAction={addresses.exportFile(thing, 'markdown')} className={buttonClass('bare')}>
            {words.textAlone}
          </button>
        </form>
      </Row>
      {!template && <CallRows thing={thing} />}
    </ul>
  );
}

function CallRows({ thing }: TakeAlongProps) {
  const { json } = words.forms;
  return (
    <>
      <Row {...json}>
        <FileLink href={addresses.exportFile(thing, 'json')} name={json.name} />
      </Row>
      <Row name={words.message.name} text={words.message.text}>
        <MessagePart href={addresses.exportFile(thing, 'message')} />
      </Row>
    </>
  );
}

/** Folded, below a record. */
export function TakeAlongFolded({ thing }: { readonly thing: TakenThing }) {
  return (
    <details className="group mb-6 border-b border-line pb-2 print:hidden">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-6 text-16 font-medium text-accent hover:text-accent-strong [&::-webkit-details-marker]:hidden">
        <Download className="size-4" aria-hidden="true" />
        {words.title}
      </summary>
      <TakeAlong thing={thing} />
    </details>
  );
}

interface RowProps {
  readonly name: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Row({ name, text, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="font-medium text-ink">{name}</p>
        <p className="max-w-[56ch] text-14 text-soft">{text}</p>
      </div>
      {children}
    </li>
  );
}

function FileLink({ href, name }: { readonly href: string; readonly name: string }) {
  return (
    <a href={href} download aria-label={`${words.download}: ${name}`} className={buttonClass('quiet')}>
      {words.download}
    </a>
  );
}
