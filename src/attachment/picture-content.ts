import { ContentFault, refuseMarkup } from './content-fault.js';
import type { FileBytes } from './file-bytes.js';

const PNG_SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME_BYTES = 12;
const MAX_CHUNKS = 200_000;
const END_BYTES = 65_557;
/** Where an archive's own directory ends: readers look for it from the end of a file. */
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const JPEG_END = Buffer.from([0xff, 0xd9]);

const DAMAGED = '图片文件不完整，或附有其他内容，请重新导出后上传。';

/** Walks the chunks: a PNG ends with its last one, and with nothing behind it. */
export async function refuseUnsoundPng(file: FileBytes): Promise<void> {
  let place = PNG_SIGNATURE_BYTES;
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const header = await file.read(place, 8);
    if (header.length < 8) break;
    const type = header.toString('latin1', 4, 8);
    if (chunk === 0 && type !== 'IHDR') break;
    place += CHUNK_FRAME_BYTES + header.readUInt32BE(0);
    if (type === 'IEND' && place === file.size) return;
    if (type === 'IEND' || place > file.size) break;
  }
  throw new ContentFault(DAMAGED);
}

/** Cameras write notes of their own behind a picture, so that only what makes a second file of it is refused. */
export async function refuseUnsoundJpeg(file: FileBytes): Promise<void> {
  const end = await file.read(Math.max(0, file.size - END_BYTES), END_BYTES);
  if (!end.includes(JPEG_END) || end.includes(ZIP_END)) throw new ContentFault(DAMAGED);
  refuseMarkup(end.subarray(end.lastIndexOf(JPEG_END)));
}
