// What a server under test tells the benchmark: its address at the start, and on each message how it stands.
const durable = [];
const WRAP = 36 ** 6;
const seen = new Set();

/** Notes every marker in bytes that have just become durable: `~`, two digits of who, six of when (see sync/marker.ts). */
export function noteDurable(bytes) {
  const now = Number(process.hrtime.bigint() / 10_000n) % WRAP;
  for (let at = bytes.indexOf(0x7e); at !== -1; at = bytes.indexOf(0x7e, at + 1)) {
    const marker = bytes.latin1Slice(at + 1, at + 9);
    if (!/^[0-9a-z]{8}$/.test(marker) || seen.has(marker)) continue;
    seen.add(marker);
    const age = ((now - Number.parseInt(marker.slice(2), 36) + WRAP) % WRAP) / 100;
    if (age < 120_000) durable.push(age);
  }
}

/** Says where the server listens, and answers from now on: how many decks are in memory, or how it stands without garbage. */
export function answerBench(address, decks) {
  process.on('message', (question) => {
    if (question === 'decks') return process.send({ decks: decks() });
    for (let round = 0; round < 4; round += 1) globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    process.send({ heapUsed, rss, durable: durable.splice(0) });
    seen.clear();
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ address });
}
