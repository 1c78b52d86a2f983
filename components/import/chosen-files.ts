import type { ChosenFile } from './import-client.ts';

const TEXT = /\.(?:md|markdown|txt)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Whether a file is read as a deck. */
export function isText(name: string): boolean {
  return TEXT.test(name);
}

/** Whether a file is an archive of many. */
export function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Whether a file is taken along as a picture. */
function isPicture(name: string): boolean {
  return PICTURE.test(name);
}

/** The files of an input, each with its path in the chosen folder. */
export function filesOfInput(list: FileList | null): readonly ChosenFile[] {
  return Array.from(list ?? [], (file) => ({
    name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }));
}

/** The files of a drop, folders opened. */
export async function filesOfDrop(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
  // Entries are only there during the event: taken all at once, before anything is awaited.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found = await Promise.all(entries.map((entry) => filesOfEntry(entry)));
  return found.flat();
}

async function filesOfEntry(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (isFileEntry(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  if (!isFolderEntry(entry)) return [];
  const inside = await entriesOf(entry.createReader());
  const found = await Promise.all(inside.map((child) => filesOfEntry(child)));
  return found.flat();
}

/** A folder gives its entries in portions, an empty one at the end. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const portion = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });
  return portion.length === 0 ? [] : [...portion, ...(await entriesOf(reader))];
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolderEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Only what an import can use: texts, pictures and archives, hidden files left aside. */
export function usable(files: readonly ChosenFile[]): readonly ChosenFile[] {
  return files.filter(
    ({ name }) =>
      (isText(name) || isPicture(name) || isArchive(name)) && !name.split('/').some((part) => part.startsWith('.')),
  );
}
