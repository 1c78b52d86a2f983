'use client';

import { clsx } from 'clsx';
import { AArrowDown, AArrowUp, Check, Hand, Link2, Maximize2, Minimize2, Presentation, Text } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { messages } from '#lib/messages/en.ts';
import type { ShownAlone } from './use-shown-alone.ts';
import type { TextSettings } from './use-text-view.ts';

const words = messages.audience;

/** What somebody of the audience can do beside following. */
export interface AudienceActs {
  /** Copies a link to the slide that is shown; false when the browser would not. */
  readonly copyLink: () => Promise<boolean>;
  /** Opens the form; null for who needs none. */
  readonly sayHello: (() => void) | null;
  readonly full: ShownAlone;
}

interface AudienceToolsProps {
  readonly text: TextSettings;
  readonly acts: AudienceActs;
  /** In the bar there is only room for the signs of some. */
  readonly inBar?: boolean;
}

/** The tools of the audience, in one row. */
export function AudienceTools({ text, acts, inBar = false }: AudienceToolsProps) {
  const { full, toggle } = acts.full;
  return (
    <>
      <Tool
        label={text.on ? words.text.hide : words.text.show}
        title={text.on ? words.text.hideLong : words.text.showLong}
        onPress={text.toggle}
        terse={inBar}
      >
        {text.on ? <Presentation {...SIGN} /> : <Text {...SIGN} />}
      </Tool>
      <CopyLink copy={acts.copyLink} inBar={inBar} />
      {acts.sayHello !== null && (
        <Tool label={words.hello.open} onPress={acts.sayHello} terse={inBar}>
          <Hand {...SIGN} />
        </Tool>
      )}
      {!text.on && (
        <Tool label={full ? messages.live.leaveFull : messages.live.full} onPress={toggle} signOnly={inBar}>
          {full ? <Minimize2 {...SIGN} /> : <Maximize2 {...SIGN} />}
        </Tool>
      )}
    </>
  );
}

/** Makes the text smaller and larger. */
export function TextSize({ text }: Pick<AudienceToolsProps, 'text'>) {
  return (
    <span role="group" aria-label={words.text.size} className="flex">
      <Tool label={words.text.smaller} onPress={text.smaller} signOnly>
        <AArrowDown {...SIGN} />
      </Tool>
      <Tool label={words.text.larger} onPress={text.larger} signOnly>
        <AArrowUp {...SIGN} />
      </Tool>
    </span>
  );
}

const SIGN = { className: 'size-4 shrink-0', 'aria-hidden': true } as const;

function CopyLink({ copy, inBar }: { readonly copy: AudienceActs['copyLink']; readonly inBar: boolean }) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  const label = { none: words.copyLink, copied: words.copied, failed: words.copyFailed }[outcome];
  return (
    <>
      <Tool
        label={words.copyLink}
        title={words.copyLinkLong}
        onPress={() => void copy().then((worked) => setOutcome(worked ? 'copied' : 'failed'))}
        onLeave={() => setOutcome('none')}
        signOnly={inBar}
      >
        {outcome === 'copied' ? <Check {...SIGN} /> : <Link2 {...SIGN} />}
      </Tool>
      <span role="status" className={outcome === 'none' ? 'sr-only' : 'px-1 text-soft'}>
        {outcome === 'none' ? '' : label}
      </span>
    </>
  );
}

interface ToolProps {
  readonly label: string;
  readonly title?: string;
  /** Undefined when there is nothing to do at the moment. */
  readonly onPress: (() => void) | undefined;
  readonly onLeave?: () => void;
  /** Its sign alone, at any width. */
  readonly signOnly?: boolean;
  /** Its sign alone where the window is narrow. */
  readonly terse?: boolean;
  readonly children: ReactNode;
}

function Tool({ label, title = label, onPress, onLeave, signOnly = false, terse = false, children }: ToolProps) {
  return (
    <button
      type="button"
      title={title}
      aria-disabled={onPress === undefined}
      onClick={() => onPress?.()}
      onBlur={() => onLeave?.()}
      className={clsx(
        'flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-2 rounded-6 px-2.5 text-14 hover:bg-well',
        'aria-disabled:opacity-55 desk:min-h-9 desk:min-w-9',
      )}
    >
      {children}
      <span className={clsx(signOnly && 'sr-only', terse && 'max-desk:sr-only')}>{label}</span>
    </button>
  );
}
