/**
 * Why a request could not be met, as a code that every layer understands: pages turn it into a status and a sentence,
 * sockets into a close code, the command line into an exit code. Anything else that is thrown is a surprise.
 */
export type RefusalCode =
  | 'not-found'
  | 'not-allowed'
  | 'sign-in-first'
  | 'frozen'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/** An expected refusal: `code` for programs, `message` one sentence for people that says what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
