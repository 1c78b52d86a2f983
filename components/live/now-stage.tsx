'use client';

import { clsx } from 'clsx';
import { openOutside } from '#components/connection/open-outside.ts';
import { useStore } from '#components/connection/use-store.ts';
import { Stage } from '#components/stage/stage.tsx';
import { messages } from '#lib/messages/en.ts';
import { Magnifier } from './magnifier.tsx';
import { PointPad } from './point-pad.tsx';
import type { PresenterParts } from './presenter-parts.ts';
import { StagePoint } from './stage-point.tsx';

const words = messages.live;

/** The slide that is shown now, with what lies over it. */
export function NowStage({ parts: { view, session, course, tools, gaps, stage } }: { readonly parts: PresenterParts }) {
  const { model } = useStore(session.presentation);
  const shown = useStore(course);
  const { slideOptions } = model.frontMatter;
  const presenting = shown.role === 'presenting';
  return (
    <section
      aria-label={words.now}
      className={clsx(
        'flex min-w-0 flex-col desk:order-none desk:min-h-0',
        // On a phone there is more room for a finger while it points.
        tools.over === 'nothing' ? 'order-3' : 'order-1 col-span-2 desk:col-span-1',
      )}
    >
      <h2 className="label-caps mb-1.5 desk:sr-only">{words.now}</h2>
      <div className="relative aspect-[4/3] min-h-0 overflow-hidden rounded-6 border border-line bg-sheet desk:aspect-auto desk:flex-1">
        <Magnifier on={tools.over === 'magnify'} leave={() => tools.lay('nothing')}>
          <Stage
            model={model}
            assets={view.pictures.assets}
            foreignPictures={view.pictures.foreignPictures}
            src={stage}
            position={shown.position}
            onMove={course.moved}
            onLink={openOutside}
            onGaps={gaps.told}
            keyboard
            label={words.nowLabel}
          />
          {!presenting && shown.role !== 'apart' && <StagePoint session={session} />}
        </Magnifier>
        {presenting && tools.over === 'point' && (
          <PointPad session={session} slideOptions={slideOptions} leave={() => tools.lay('nothing')} />
        )}
        {shown.blank && (
          <p className="absolute inset-x-0 top-0 bg-ink px-4 py-2 text-center text-14 text-paper">
            {presenting ? words.blankedMine : words.blanked}
          </p>
        )}
      </div>
    </section>
  );
}
