import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import { stage } from '#lib/messages/stage.ts';
import { PLAYER_IDS, watchAddress } from '#lib/stage/player.ts';
import { embedCard, type Embed } from './embed.ts';

const BRACE = 123;
const TAG = /\{%(youtube|vimeo|gist|speakerdeck|slideshare|pdf)\s*(\S{1,2000}?)\s*%\}/y;

type Service = 'youtube' | 'vimeo' | 'gist' | 'speakerdeck' | 'slideshare' | 'pdf';

/** The address that an id leads to, or null when it is none. The ids are those of HedgeDoc 1.x. */
const ADDRESSES: Readonly<Record<Service, (id: string) => string | null>> = {
  youtube: (id) => (PLAYER_IDS.youtube.test(id) ? watchAddress({ provider: 'youtube', id }) : null),
  vimeo: (id) => (PLAYER_IDS.vimeo.test(id) ? watchAddress({ provider: 'vimeo', id }) : null),
  gist: (id) => (/^\w+(?:-\w+)*\/\w+$/.test(id) ? `https://gist.github.com/${id}` : null),
  speakerdeck: (id) => (/^\w+\/[\w-]+$/.test(id) ? `https://speakerdeck.com/${id}` : null),
  slideshare: (id) => (/^\w+\/[\w-]+$/.test(id) ? `https://www.slideshare.net/${id}` : null),
  pdf: (id) => (/^https?:\/\//i.test(id) && URL.canParse(id) ? new URL(id).href : null),
};

/** `{%youtube … %}` and its five sisters become a card that says what it is and where it leads. An id that cannot be stays text. */
export function embedRule(markdown: MarkdownIt): void {
  markdown.inline.ruler.push('embed', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== BRACE) return false;
    TAG.lastIndex = state.pos;
    const [, service, id = ''] = TAG.exec(state.src) ?? [];
    // The pattern has no other words.
    const address = service === undefined ? null : ADDRESSES[service as Service](id);
    if (address === null) return false;
    if (!silent) pushEmbed(state, { name: stage.embed.names[service as Service], address });
    state.pos = TAG.lastIndex;
    return true;
  });
  markdown.renderer.rules['embed'] = (tokens, index) => embedCard(embedOf(tokens[index]));
}

/** What an `embed` token of the rule stands for. */
export function embedOf(token: Token | undefined): Embed {
  return { name: token?.info ?? '', address: token?.content ?? '' };
}

function pushEmbed(state: StateInline, { name, address }: Embed): void {
  const token = state.push('embed', 'a', 0);
  token.info = name;
  token.content = address;
}
