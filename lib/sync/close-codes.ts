/**
 * Close codes of `/sync/<deck>`. y-websocket 3.1.0 treats 4400–4499 as final and retries every other code, so a refusal
 * that retrying cannot mend is 44xx and everything passing is not.
 */
export const CLOSE = {
  /** Not a message of this protocol. */
  malformed: 4400,
  signInFirst: 4401,
  notAllowed: 4403,
  noSuchDeck: 4404,
  /** The call has ended: its record is frozen. */
  frozen: 4409,
  /** The client's copy belongs to an older epoch of the deck. */
  epoch: 4410,
  /** The frame, or the deck with it, would be larger than allowed. */
  tooLarge: 4413,
  /** An update that the server will not take: it rewrites what somebody else wrote. */
  refusedUpdate: 4422,
  /** Too many connections of one person. */
  tooMany: 4429,
  /** Too many people have the deck open. */
  deckFull: 4430,
  /** The server restarts; the client comes back by itself (RFC 6455). */
  restart: 1012,
  /** What this person may do here has changed; the client comes back by itself and is let in anew. */
  comeBack: 4503,
  /** The server has no room just now; the client comes back by itself. */
  overloaded: 1013,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];
