import { printBytes } from './archive-bytes.ts';
import { openArchive } from './filled-archive.ts';
import { measureFirstBytes } from './first-bytes.ts';
import { measureFreeze } from './freeze-speed.ts';
import { measureImport } from './import-speed.ts';
import { measureSearch } from './search-speed.ts';

const RECORDS = '10000,100000';
const IMPORTED = 1_000;

/** Measures archives of these sizes (numbers of records, by commas): search, first bytes of pages, bytes of a record; then how fast decks come in, and how soon a call that ends has its record. */
export async function measureArchive(records: string = RECORDS): Promise<void> {
  for (const size of records.split(',').map(Number)) {
    if (!Number.isInteger(size) || size < 1_000)
      throw new Error(`--records takes numbers from 1,000 on, not ${records}`);
    const archive = await openArchive(size);
    process.stdout.write(
      `\n### ${size.toLocaleString('en')} records${archive.seconds === null ? '' : `, made in ${archive.seconds} s`}\n`,
    );
    await measureSearch(size);
    await printBytes(size);
    await measureFirstBytes(archive.folder);
    await archive.close();
  }
  await measureImport(IMPORTED);
  await measureFreeze();
}
