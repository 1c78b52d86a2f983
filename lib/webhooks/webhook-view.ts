/** The webhook of a series, as its hosts see it. Instants are ISO 8601. */
export interface WebhookView {
  readonly address: string;
  /** When a message was last taken; null for never. */
  readonly deliveredAt: string | null;
  /** Why the last message was not taken; null when it was. */
  readonly error: string | null;
  /** Whether that message is still tried again. */
  readonly trying: boolean;
}
