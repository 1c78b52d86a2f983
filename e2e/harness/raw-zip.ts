import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive that may lie about everything. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array | string;
  /** What the directory says instead of the truth. */
  readonly size?: number;
  readonly compressedSize?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode: 0o120777 for a link. */
  readonly mode?: number;
  /** Deflated already. */
  readonly packed?: Uint8Array;
  /** Shares the data of the entry before. */
  readonly overlaps?: boolean;
}

/** Writes an archive byte by byte, as nobody who is honest would (APPNOTE 6.3.10). */
export function rawZip(entries: readonly RawEntry[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let [at, dataAt] = [0, 0];
  for (const entry of entries) {
    const { name, packed } = packedEntry(entry);
    if (entry.overlaps !== true) {
      const local = localHeader(entry, name);
      dataAt = at;
      parts.push(local, name, packed);
      at += local.length + name.length + packed.length;
    }
    directory.push(centralHeader(entry, dataAt), name);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, central, end, Buffer.from(comment)]);
}

function packedEntry({ name, bytes, method = 8, packed }: RawEntry) {
  const plain = Buffer.from(bytes);
  return {
    name: Buffer.from(name),
    plain,
    packed: Buffer.from(packed ?? (method === 0 ? plain : deflateRawSync(plain))),
  };
}

function localHeader({ method = 8 }: RawEntry, name: Buffer): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(method, 8);
  local.writeUInt16LE(name.length, 26);
  return local;
}

function centralHeader(entry: RawEntry, dataAt: number): Buffer {
  const { name, plain, packed } = packedEntry(entry);
  const { flags = 0x800, method = 8, mode = 0o100644, crc = crc32(plain) } = entry;
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt8(3, 5);
  central.writeUInt16LE(flags, 8);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(crc, 16);
  central.writeUInt32LE(entry.compressedSize ?? packed.length, 20);
  central.writeUInt32LE(entry.size ?? plain.length, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE((mode << 16) >>> 0, 38);
  central.writeUInt32LE(dataAt, 42);
  return central;
}
