import '#components/live/slide-text.css';
import './reading.css';
import { readMinutes } from '#lib/record/read-slides.ts';
import type { RecordView } from '#lib/views.ts';

/** Plain minutes that were imported, to read. */
export function Minutes({ record }: { readonly record: Pick<RecordView, 'text' | 'pictures' | 'pictureSizes'> }) {
  const { text, pictures, pictureSizes: sizes } = record;
  return (
    <div className="reading font-read">
      <div
        className="slide-text"
        // Made by the strict renderer alone: Markdown's own elements, without style, class or id.
        dangerouslySetInnerHTML={{ __html: readMinutes({ text, assets: pictures.assets, sizes }) }}
      />
    </div>
  );
}
