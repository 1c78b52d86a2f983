import { messages } from '#lib/messages/en.ts';

/** How a page stands to the presenter. `slides` counts how far ahead the presenter is; negative when this page is ahead. */
export type FollowState =
  | { readonly type: 'joining' }
  | { readonly type: 'lost' }
  /** This page's own keys move everybody. */
  | { readonly type: 'presenting' }
  | { readonly type: 'following'; readonly presenter: string | null }
  | { readonly type: 'apart'; readonly slides: number };

export interface FollowFacts {
  readonly connection: 'connecting' | 'live' | 'offline' | 'refused';
  readonly presenter: string | null;
  /** Whether the presenter is the person at this page. */
  readonly presenting: boolean;
  /** Running number where the presenter stands. */
  readonly live: number;
  /** Running number where this page was taken by its own keys, or null while it follows. */
  readonly own: number | null;
}

/** What the thin bar says of following, from what is known. */
export function followState({ connection, presenter, presenting, live, own }: FollowFacts): FollowState {
  if (connection === 'connecting') return { type: 'joining' };
  if (connection !== 'live') return { type: 'lost' };
  if (presenting) return { type: 'presenting' };
  return own === null ? { type: 'following', presenter } : { type: 'apart', slides: live - own };
}

const words = messages.live.follow;

/** The same in words. */
export function followSentence(state: FollowState): string {
  switch (state.type) {
    case 'joining':
      return words.connecting;
    case 'lost':
      return words.offline;
    case 'presenting':
      return messages.live.youPresent;
    case 'following':
      return state.presenter === null ? words.waiting : words.followingName(state.presenter);
    case 'apart':
      if (state.slides === 0) return words.here;
      return state.slides > 0 ? words.behind(state.slides) : words.ahead(-state.slides);
  }
}
