import { inflateRawSync } from 'node:zlib';
import { unreadable } from './sheet-fault.js';

const END_RECORD_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
/** A comment behind the end record may be as long as this. */
const MAX_COMMENT_BYTES = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** A workbook of five hundred rows has a dozen. */
const MAX_ENTRIES = 200;
/** All parts together, unpacked: five hundred rows full of text stay below it. */
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024;

interface Entry {
  method: number;
  packedBytes: number;
  offset: number;
}

/**
 * The parts of a workbook by name. Nothing is unpacked but what is asked for, and never more than a bounded number of bytes,
 * whatever the archive says of itself.
 */
export class ZipParts {
  private readonly entries = new Map<string, Entry>();
  private left = MAX_UNPACKED_BYTES;

  /** @throws {Problem} unsupported-media-type when it is no whole archive */
  constructor(private readonly file: Buffer) {
    const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    const isEnd = end >= Math.max(0, file.length - END_RECORD_BYTES - MAX_COMMENT_BYTES);
    if (!isEnd || end + END_RECORD_BYTES > file.length || file.readUInt32LE(end) !== END_SIGNATURE)
      throw unreadable();
    const count = file.readUInt16LE(end + 10);
    if (count > MAX_ENTRIES) throw unreadable();
    this.readDirectory(file.readUInt32LE(end + 16), count);
  }

  /** @throws {Problem} unsupported-media-type */
  text(name: string): string | undefined {
    const entry = this.entries.get(name);
    if (entry === undefined) return undefined;
    const { method, packedBytes, offset } = entry;
    const { file } = this;
    if (offset + LOCAL_BYTES > file.length || file.readUInt32LE(offset) !== LOCAL_SIGNATURE)
      throw unreadable();
    const begin = offset + LOCAL_BYTES + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    const packed = file.subarray(begin, begin + packedBytes);
    const content = method === STORED ? packed : this.inflated(packed, method);
    this.left -= content.length;
    return new TextDecoder('utf-8').decode(content);
  }

  private inflated(packed: Buffer, method: number): Buffer {
    if (method !== DEFLATED) throw unreadable();
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.left) });
    } catch {
      throw unreadable();
    }
  }

  private readDirectory(from: number, count: number): void {
    const { file } = this;
    let place = from;
    for (let index = 0; index < count; index += 1) {
      if (place + ENTRY_BYTES > file.length || file.readUInt32LE(place) !== ENTRY_SIGNATURE)
        throw unreadable();
      const isEncrypted = (file.readUInt16LE(place + 8) & 1) === 1;
      if (isEncrypted) throw unreadable();
      const nameBytes = file.readUInt16LE(place + 28);
      const name = file.toString('utf8', place + ENTRY_BYTES, place + ENTRY_BYTES + nameBytes);
      this.entries.set(name, {
        method: file.readUInt16LE(place + 10),
        packedBytes: file.readUInt32LE(place + 20),
        offset: file.readUInt32LE(place + 42),
      });
      place += ENTRY_BYTES + nameBytes + file.readUInt16LE(place + 30) + file.readUInt16LE(place + 32);
    }
  }
}
