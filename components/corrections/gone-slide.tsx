import { Banner } from '#components/ui/banner.tsx';
import { messages } from '#lib/messages/en.ts';

/** Above a record that was asked for a slide that is not in it any more. */
export function GoneSlide() {
  return (
    <div className="mx-auto w-full max-w-[70rem] px-4 pt-6 tablet:px-8">
      <Banner>{messages.corrections.changes.unknownSlide}</Banner>
    </div>
  );
}
