import { embedCard, embedOfTag } from './embed.ts';

const TAG = /<(\/?)(iframe|video|audio|source)\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/**
 * Raw HTML with a card in place of each `<iframe>`, `<video>` and `<audio>` that would load something. Their closing tags say nothing
 * by themselves; one without an address of the web is left, to be shown as text.
 */
export function frameCards(html: string): string {
  const sourced = /<source\s/i.test(html);
  return html.replace(TAG, (tag: string, slash: string, name: string) => {
    if (slash !== '') return /^source$/i.test(name) ? tag : '';
    const embed = embedOfTag(tag);
    if (embed !== null) return embedCard(embed);
    // `<video><source src="…"></video>`: the address comes in a tag of its own.
    return sourced && /^(?:video|audio)$/i.test(name) ? '' : tag;
  });
}
