'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { messages } from '#lib/messages/en.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { SlideMeasure } from '#lib/stage/messages.ts';
import type { Player } from '#lib/stage/player.ts';
import { EmbedDialog } from './embed-dialog.tsx';
import type { StageWish } from './stage-diff.ts';
import { stageKey } from './stage-keys.ts';
import { StageLink, type PickedPicture } from './stage-link.ts';
import { StageFailed, StageSkeleton } from './stage-states.tsx';

export interface StagePosition {
  /** Running number of the slide in `model`. */
  readonly slide: number;
  /** Steps shown: -1 none, 0 the first; more than there are shows all. */
  readonly fragment: number;
}

export interface StageProps {
  readonly model: DeckModel;
  /** Picture address in the text → address to load. */
  readonly assets: Readonly<Record<string, string>>;
  readonly foreignPictures: boolean;
  /** Address of the frame's document. */
  readonly src: string;
  /** Where the stage should stand; null leaves it where it is. */
  readonly position: StagePosition | null;
  /** Somebody moved the stage inside the frame or by its keys. */
  readonly onMove: (to: StagePosition) => void;
  /** Somebody pressed a link; its scheme has been checked. */
  readonly onLink: (href: string) => void;
  /** Hears which slides are too large for the stage; without it nothing is measured. */
  readonly onMeasured?: (slides: readonly SlideMeasure[]) => void;
  /** Hears of pictures that did not come: so many of the slide with this hash. */
  readonly onGaps?: (hash: string, count: number) => void;
  /** Somebody wants the menu of a picture; without it pictures cannot be pressed. */
  readonly onPicture?: (picked: PickedPicture) => void;
  /** Somebody pressed on the slide; if it was a link, `onLink` comes next. */
  readonly onPressed?: () => void;
  /** Whether people may move it: without, it is a picture. */
  readonly keyboard: boolean;
  /** Whether keys pressed in the page move it, too; as `keyboard` says unless told otherwise. */
  readonly keys?: boolean;
  readonly label: string;
}

const PATIENCE_MS = 15_000;

/** The slides, in a frame that shares nothing with the page. Fills its parent. */
export function Stage(props: StageProps) {
  const [state, setState] = useState<'waiting' | 'shown' | 'failed'>('waiting');
  const [attempt, setAttempt] = useState(0);
  const [film, setFilm] = useState<Player | null>(null);
  const retry = (): void => {
    setAttempt(attempt + 1);
    setState('waiting');
  };
  return (
    <div className="relative h-full w-full">
      <StageFrame
        key={attempt}
        {...props}
        painted={() => setState('shown')}
        late={() => setState('failed')}
        play={setFilm}
      />
      <EmbedDialog player={film} close={() => setFilm(null)} />
      {state === 'waiting' && <StageSkeleton label={messages.stage.loading} />}
      {state === 'failed' && <StageFailed retry={retry} />}
    </div>
  );
}

interface StageFrameProps extends StageProps {
  readonly painted: () => void;
  /** Nothing was painted for so long that it will not be. */
  readonly late: () => void;
  /** Somebody pressed the card of a film. */
  readonly play: (film: Player) => void;
}

function StageFrame(props: StageFrameProps) {
  const { src, keyboard, keys = keyboard, label } = props;
  const box = useRef<HTMLDivElement>(null);
  const link = useRef<StageLink | null>(null);
  const painted = useEffectEvent(() => props.painted());
  const late = useEffectEvent(() => props.late());
  const moved = useEffectEvent((to: StagePosition) => props.onMove(to));
  const followed = useEffectEvent((href: string) => props.onLink(href));
  const measured = useEffectEvent((slides: readonly SlideMeasure[]) => props.onMeasured?.(slides));
  const picked = useEffectEvent((picture: PickedPicture) => props.onPicture?.(picture));
  const lost = useEffectEvent((hash: string, count: number) => props.onGaps?.(hash, count));
  const pressed = useEffectEvent(() => {
    box.current?.focus({ preventScroll: true });
    props.onPressed?.();
  });
  const played = useEffectEvent((film: Player) => props.play(film));
  useEffect(() => {
    const frame = box.current?.querySelector('iframe');
    if (frame === null || frame === undefined) return undefined;
    const patience = setTimeout(() => late(), PATIENCE_MS);
    const opened = new StageLink(frame, src, {
      painted: () => {
        clearTimeout(patience);
        painted();
      },
      moved: (to) => moved(to),
      link: (href) => followed(href),
      measured: (slides) => measured(slides),
      gaps: (hash, count) => lost(hash, count),
      embed: (film) => played(film),
      picture: (picture) => picked(picture),
      pressed: () => pressed(),
    });
    link.current = opened;
    return () => {
      clearTimeout(patience);
      link.current = null;
      opened.close();
    };
  }, [src]);
  // Without a list of what it depends on: the link finds out by itself what changed.
  useEffect(() => link.current?.show(wishOf(props)));
  useEffect(() => (keys ? listenForKeys(box.current, (code) => link.current?.press(code)) : undefined), [keys]);
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={label} className="h-full w-full outline-none">
      <iframe
        title={label}
        sandbox="allow-scripts"
        referrerPolicy="no-referrer"
        className={keyboard ? 'block h-full w-full border-0' : 'pointer-events-none block h-full w-full border-0'}
        {...(keyboard ? {} : { tabIndex: -1 })}
      />
    </div>
  );
}

function wishOf(props: StageProps): StageWish {
  const { model, assets, foreignPictures, position, keyboard } = props;
  return {
    model,
    assets,
    foreignPictures,
    interactive: keyboard,
    measured: props.onMeasured !== undefined,
    pickable: props.onPicture !== undefined,
    position,
  };
}

function listenForKeys(box: HTMLElement | null, press: (keyCode: number) => void): (() => void) | undefined {
  if (box === null) return undefined;
  const listen = (event: KeyboardEvent): void => {
    const code = stageKey(event, box);
    if (code === null) return;
    event.preventDefault();
    press(code);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
