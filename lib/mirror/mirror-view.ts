import type { Audience } from '#lib/access.ts';
import type { SeriesReference } from '#lib/views.ts';

/** What a mirror is at: `waiting` while records are to be brought, `failing` when the last attempt did not succeed, `diverged` until a host decides. */
export type MirrorCondition = 'up-to-date' | 'waiting' | 'failing' | 'diverged' | 'off';

/** A series' mirror as its hosts see it: no secret is in it. */
export interface MirrorView {
  readonly condition: MirrorCondition;
  readonly kind: 'folder' | 'https' | 'ssh';
  /** The address, or the path of the folder on this server. */
  readonly repository: string;
  readonly branch: string;
  readonly hasToken: boolean;
  /** `ssh-ed25519 …`; null without one. */
  readonly publicKey: string | null;
  /** `ssh-ed25519 SHA256:…`, one a key of the server. */
  readonly hostKeys: readonly string[];
  readonly waiting: number;
  readonly mirrored: number;
  readonly commit: string | null;
  /** ISO 8601; when all was there last. */
  readonly doneAt: string | null;
  /** Why the last attempt failed and what to do. */
  readonly problem: string | null;
  /** ISO 8601; null when it is tried as soon as something waits. */
  readonly tryAfter: string | null;
}

export interface MirrorPageView {
  readonly series: SeriesReference;
  readonly readers: Audience;
  /** Null for a series without one. */
  readonly mirror: MirrorView | null;
}
