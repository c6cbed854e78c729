import { ContentFault } from './content-fault.js';
import type { FileBytes } from './file-bytes.js';

const END_BYTES = 2_048;
const END = Buffer.from('%%EOF');
/** Line ends and padding that writers leave behind the last marker. */
const PADDING = [0x00, 0x09, 0x0a, 0x0d, 0x20, 0x1a];

/** Readers find a PDF by its end as well: something else behind it would be a second file. */
export async function refuseUnsoundPdf(file: FileBytes): Promise<void> {
  const end = await file.read(Math.max(0, file.size - END_BYTES), END_BYTES);
  const marker = end.lastIndexOf(END);
  const behind = marker === -1 ? undefined : end.subarray(marker + END.length);
  if (behind === undefined || behind.some((byte) => !PADDING.includes(byte))) {
    throw new ContentFault('PDF 文件不完整，或结尾附有其他内容，请重新导出后上传。');
  }
}
