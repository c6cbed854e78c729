import { fileTypeFromBuffer } from 'file-type';
import type { AttachmentKind } from './attachment-kind.js';
import { ContentFault, refuseMarkup, UNKNOWN_KIND } from './content-fault.js';
import type { FileBytes } from './file-bytes.js';
import { refuseUnsoundPdf } from './pdf-content.js';
import { refuseUnsoundJpeg, refuseUnsoundPng } from './picture-content.js';
import { refuseUnsoundText } from './text-content.js';
import { packageKind } from './zip-package.js';

/** Where signatures and, for polyglots, web markup stand. */
const HEAD_BYTES = 4_100;

/**
 * Files with one of these beginnings are shown to `file-type`, and only their head: it knows formats whose parsers have
 * looped and archives that it unpacks, and nobody outside may choose which of them runs.
 */
const BEGINNINGS = ['25504446', '89504e47', 'ffd8ff', '504b0304'];

const BY_MEDIA_TYPE: Readonly<Record<string, HeadKind>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/zip': 'package',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'package',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'package',
};

/**
 * What a file is by its content, whatever it is called.
 * @throws {ContentFault} when it is nothing that may be attached, or more than one thing at once
 */
export async function kindOf(file: FileBytes): Promise<AttachmentKind> {
  if (file.size === 0) throw new ContentFault('文件是空的，请检查后重新上传。');
  const head = await file.read(0, HEAD_BYTES);
  const kind = await kindByHead(head);
  switch (kind) {
    case 'package':
      return packageKind(file);
    case 'txt':
      await refuseUnsoundText(file);
      return kind;
    case 'pdf':
      refuseMarkup(head);
      await refuseUnsoundPdf(file);
      return kind;
    case 'png':
      refuseMarkup(head);
      await refuseUnsoundPng(file);
      return kind;
    case 'jpg':
      refuseMarkup(head);
      await refuseUnsoundJpeg(file);
      return kind;
  }
}

type HeadKind = 'pdf' | 'png' | 'jpg' | 'txt' | 'package';

async function kindByHead(head: Buffer): Promise<HeadKind> {
  const beginning = head.subarray(0, 4).toString('hex');
  // What has no signature at all can only be text, and its own check says whether it is.
  if (!BEGINNINGS.some((known) => beginning.startsWith(known))) return 'txt';
  // A damaged archive makes it throw; that is an answer too.
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const kind = found === undefined ? undefined : BY_MEDIA_TYPE[found.mime];
  if (kind === undefined) throw new ContentFault(UNKNOWN_KIND);
  return kind;
}
