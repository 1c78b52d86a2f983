import { messages } from '#lib/messages/en.ts';

/** Sentences for browsers that cannot run the app: without script, or too old (shown by a rule of the style sheet, without script). */
export function BrowserNotices() {
  return (
    <>
      <p className="too-old">{messages.frame.browser.tooOld}</p>
      <noscript>
        <p className="border-b border-line px-4 py-2.5 text-14">{messages.frame.browser.noScript}</p>
      </noscript>
    </>
  );
}
