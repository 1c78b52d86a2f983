const UPLOAD = 'Save the picture and upload it instead.';

const copies = (count: number): string => (count === 1 ? '1 copy is' : `${count} copies are`);
const pictures = (count: number): string => (count === 1 ? '1 picture' : `${count} pictures`);

/** What a server said instead of giving the picture, by its status. */
function answered(status: number): string {
  const why = STATUSES[status];
  if (why !== undefined) return `That server answered ${status}: ${why}`;
  return status >= 500
    ? `That server answered ${status}: it has a fault. Try again later, or save the picture and upload it.`
    : `That server answered ${status} and gave no picture. ${UPLOAD}`;
}

const NOT_FOR_ALL = `it does not show this picture to everybody. ${UPLOAD}`;
const GONE = 'the picture is gone there. Find another copy and upload it.';
const STATUSES: Readonly<Record<number, string>> = {
  401: NOT_FOR_ALL,
  403: NOT_FOR_ALL,
  404: GONE,
  410: GONE,
  429: 'it was asked too often. Try again later.',
};

/** Pictures on other servers: why one cannot be fetched, and keeping copies of them. Every refusal is one sentence or two that say what to do. */
export const foreignPictures = {
  nobody: 'Sign in, or say your name, to do this.',
  atOnce: 'Several pictures are being fetched for you already. Wait until they are there.',
  notInDeck: 'This picture is no longer in the deck.',
  notInSeries: 'No deck of this series shows this picture any more.',
  copies: {
    title: 'Copies of pictures',
    begins: 'Keeping copies of pictures…',
    progress: (done: number, of: number) => `Keeping copies: ${done} of ${of}`,
    over: ({
      kept,
      failed,
      left,
    }: {
      readonly kept: number;
      readonly failed: readonly unknown[];
      readonly left: number;
    }) =>
      [
        kept === 0 ? '' : `${copies(kept)} kept.`,
        failed.length === 0 ? '' : `${pictures(failed.length)} could not be fetched.`,
        left === 0 ? '' : `Stopped: ${pictures(left)} left.`,
      ]
        .filter(Boolean)
        .join(' '),
    failed: 'Could not be fetched',
    stop: 'Stop',
    close: 'Close',
    keepAll: (count: number) => `Keep copies of all ${count}`,
  },
  fetch: {
    noAddress: 'That is no address of a picture on another server: it would begin with https:// or http://.',
    scheme: (scheme: string) =>
      `Pictures are fetched by https:// and http:// only, not by ${scheme}//. Save the picture and upload it instead.`,
    credentials:
      'That address holds a name or a password, which Plenum sends to nobody. Take it out, or save the picture and upload it.',
    port: (port: string) =>
      `Pictures are fetched from the ports 80, 443, 8080 and 8443 only, not from ${port}. Save the picture and upload it instead.`,
    notPublic: (host: string) =>
      `${host} is no public server, so Plenum fetches nothing from it. Save the picture and upload it, or ask whoever runs this Plenum to allow that server.`,
    unknownHost: (host: string) => `There is no server ${host}. Check the address.`,
    unreachable: (host: string) => `${host} could not be reached. Try again later, or save the picture and upload it.`,
    slow: (host: string) => `${host} took too long to answer. Try again later, or save the picture and upload it.`,
    certificate: (host: string) =>
      `${host} could not prove that it is that server (its certificate does not hold). ${UPLOAD}`,
    garbled: (host: string) => `${host} gave an answer that cannot be read. ${UPLOAD}`,
    brokeOff: (host: string) => `${host} broke off before the picture was there. Try again later.`,
    answered,
    noPicture: (type: string) =>
      type === 'text/html'
        ? 'There is a page at that address, no picture. Open the picture itself there and copy its address.'
        : `There is no picture at that address but ${type === '' ? 'something that says no type' : type}. ${UPLOAD}`,
    compressed: `That server sends the picture compressed, although it was asked not to. ${UPLOAD}`,
    tooLarge: (megabytes: number) =>
      `This picture has more than ${megabytes} MB. Make it smaller and upload it instead.`,
    tooManyRedirects: 'That address leads from one to the next without end. Open the picture and copy its own address.',
    downgrade: `That address leads from https:// on to http://, where anybody on the way could change the picture. ${UPLOAD}`,
  },
} as const;
