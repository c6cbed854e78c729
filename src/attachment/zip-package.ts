import type { AttachmentKind } from './attachment-kind.js';
import { ContentFault, UNKNOWN_KIND } from './content-fault.js';
import type { FileBytes } from './file-bytes.js';

const END_RECORD_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
/** The names of a large workbook take some kilobytes; more than this is no document. */
const MAX_DIRECTORY_BYTES = 1024 * 1024;

const DAMAGED = '文件不完整，或附有其他内容，请重新保存后上传。';

/** The part that makes an archive this kind of document. */
const MAIN_PARTS: readonly [AttachmentKind, RegExp][] = [
  ['docx', /^word\/document\d*\.xml$/],
  ['xlsx', /^xl\/workbook\d*\.xml$/],
  ['ofd', /^OFD\.xml$/],
];
const MACROS = /(^|\/)(vbaProject|vbaData)\.(bin|xml)$/i;
const OUTSIDE = /^\/|\\|(^|\/)\.\.(\/|$)/;

/**
 * Which document an archive holds, by the names in its directory. Nothing is ever unpacked, so that an archive that would
 * grow without end is a name list like any other.
 */
export async function packageKind(file: FileBytes): Promise<AttachmentKind> {
  const names = await namesIn(file);
  if (names.some((name) => MACROS.test(name))) {
    throw new ContentFault('文档中含有宏，请另存为不含宏的文档后上传。');
  }
  if (names.some((name) => OUTSIDE.test(name))) throw new ContentFault(DAMAGED);
  const kinds = MAIN_PARTS.filter(([, part]) => names.some((name) => part.test(name)));
  const [only] = kinds;
  if (only === undefined || kinds.length > 1) throw new ContentFault(UNKNOWN_KIND);
  if (only[0] !== 'ofd' && !names.includes('[Content_Types].xml')) throw new ContentFault(UNKNOWN_KIND);
  return only[0];
}

/** The names in the directory, which must end the file: nothing before the first entry, nothing behind the last record. */
async function namesIn(file: FileBytes): Promise<string[]> {
  const end = await file.read(Math.max(0, file.size - END_RECORD_BYTES), END_RECORD_BYTES);
  if (end.length < END_RECORD_BYTES || end.readUInt32LE(0) !== END_SIGNATURE) throw new ContentFault(DAMAGED);
  const count = end.readUInt16LE(10);
  const bytes = end.readUInt32LE(12);
  const from = end.readUInt32LE(16);
  if (bytes > MAX_DIRECTORY_BYTES || from + bytes !== file.size - END_RECORD_BYTES)
    throw new ContentFault(DAMAGED);
  const directory = await file.read(from, bytes);
  const entries = entriesIn(directory, count);
  if (!entries.some(({ offset }) => offset === 0)) throw new ContentFault(DAMAGED);
  return entries.map(({ name }) => name);
}

interface Entry {
  name: string;
  /** Where the entry itself begins in the file. */
  offset: number;
}

function entriesIn(directory: Buffer, count: number): Entry[] {
  const entries: Entry[] = [];
  let place = 0;
  while (place + ENTRY_BYTES <= directory.length && directory.readUInt32LE(place) === ENTRY_SIGNATURE) {
    const encrypted = (directory.readUInt16LE(place + 8) & 1) === 1;
    if (encrypted) throw new ContentFault('文件已加密，请取消加密后重新上传。');
    const nameBytes = directory.readUInt16LE(place + 28);
    const name = directory.toString('utf8', place + ENTRY_BYTES, place + ENTRY_BYTES + nameBytes);
    entries.push({ name, offset: directory.readUInt32LE(place + 42) });
    place +=
      ENTRY_BYTES + nameBytes + directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
  }
  if (place !== directory.length || entries.length !== count) throw new ContentFault(DAMAGED);
  return entries;
}
