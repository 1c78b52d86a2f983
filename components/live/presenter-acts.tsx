'use client';

import { Crosshair, Hash, LayoutGrid, Maximize2, Square, ZoomIn } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useStore } from '#components/connection/use-store.ts';
import { messages } from '#lib/messages/en.ts';
import { blankOrShow } from './act-on-stage.ts';
import { canFillScreen, toggleFullScreen } from './full-screen.ts';
import type { PresenterParts } from './presenter-parts.ts';
import { pressStageKey } from './press-stage-key.ts';
import type { Over, PresenterTools } from './presenter-tools.ts';

const words = messages.presenting.tools;

/** What can be done with the slides beside moving them, each with its key. */
export function PresenterActs({ parts }: { readonly parts: PresenterParts }) {
  const { course, tools } = parts;
  const presenting = useStore(course).role === 'presenting';
  return (
    <div className="-mx-2 grid grid-cols-2">
      {presenting && <ForEverybody parts={parts} />}
      <Act icon={Hash} hint="G" onPress={() => tools.jumpWith('')}>
        {words.goTo}
      </Act>
      {/* On a phone the slides are too small for it. */}
      <div className="grid max-desk:hidden">
        <Act icon={LayoutGrid} hint="O" onPress={() => pressStageKey('o')}>
          {words.overview}
        </Act>
      </div>
      <Act icon={ZoomIn} hint="Z" pressed={tools.over === 'magnify'} onPress={() => lay(tools, 'magnify')}>
        {words.magnify}
      </Act>
      {canFillScreen() && (
        <Act icon={Maximize2} hint="F" onPress={toggleFullScreen}>
          {words.full}
        </Act>
      )}
    </div>
  );
}

/** What lies over the slide must be seen: on a phone the panel would be in front of it. */
function lay(tools: PresenterTools, over: Over): void {
  tools.showMore(false);
  tools.lay(over);
}

/** What the audience sees, too. */
function ForEverybody({ parts: { session, course, tools } }: { readonly parts: PresenterParts }) {
  const { blank } = useStore(course);
  return (
    <>
      <Act icon={Square} hint="B" pressed={blank} onPress={() => blankOrShow(session, course)}>
        {blank ? messages.live.unblank : messages.live.blank}
      </Act>
      <Act icon={Crosshair} hint="L" pressed={tools.over === 'point'} onPress={() => lay(tools, 'point')}>
        {words.point}
      </Act>
    </>
  );
}

interface ActProps {
  readonly icon: LucideIcon;
  /** Its key, as it is printed on the keyboard. */
  readonly hint?: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

function Act({ icon: Icon, hint, pressed, onPress, children }: ActProps) {
  return (
    <button
      type="button"
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={onPress}
      className="flex min-h-11 items-center gap-2.5 rounded-6 px-2 text-left text-16 hover:bg-well aria-pressed:bg-accent-wash desk:min-h-10 desk:text-14"
    >
      <Icon className="size-4.5 shrink-0 text-soft" aria-hidden="true" />
      <span className="min-w-0 flex-1">{children}</span>
      {hint !== undefined && (
        <kbd aria-hidden="true" className="font-mono text-12 text-soft max-desk:hidden">
          {hint}
        </kbd>
      )}
    </button>
  );
}
