/** temporary: replaced by the mail part */
export async function sendInvitation(_mail: {
  readonly to: string;
  readonly name: string;
  readonly seriesName: string;
  readonly invitedBy: string | null;
  readonly url: string;
}): Promise<void> {
  throw new Error('no mail');
}
