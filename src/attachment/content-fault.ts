import { ACCEPTED_IN_WORDS } from './attachment-kind.js';

/** Why a file is not taken, in words that say what to do. */
export class ContentFault extends Error {}

export const UNKNOWN_KIND = `无法识别文件类型，或不在接受范围内。请上传${ACCEPTED_IN_WORDS}文件；旧版或加密的文档请另存为上述格式。`;

const MARKUP = /<(!doctype\s+html|html|head|body|script|svg|iframe|object|embed|\?php)/i;

/**
 * A file that is two things at once (polyglot) is shown as the harmless one and run as the other. No document or picture of
 * this trade carries web markup where a browser would look for it.
 */
export function refuseMarkup(bytes: Buffer): void {
  if (MARKUP.test(bytes.toString('latin1'))) {
    throw new ContentFault('文件中含有网页或脚本内容，请导出为普通文档或图片后重新上传。');
  }
}
