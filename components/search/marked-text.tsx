import type { SnippetPart } from '#lib/search/snippet.ts';

/** Text with what was looked for marked: plain text, whatever a deck holds. */
export function MarkedText({ parts }: { readonly parts: readonly SnippetPart[] }) {
  return parts.map(({ text, marked }, at) =>
    marked ? (
      <mark key={at} className="rounded-[2px] bg-accent-wash font-semibold text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
