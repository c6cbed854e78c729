import { TextDecoder } from 'node:util';
import { ContentFault, refuseMarkup, UNKNOWN_KIND } from './content-fault.js';
import type { FileBytes } from './file-bytes.js';

const PIECE_BYTES = 256 * 1024;
/** Text of one piece that the next is looked at together with, so that nothing hides on the border. */
const OVERLAP = 64;
/** Control characters other than tabulator and line ends, and those that turn the direction of writing around. */
const UNREADABLE = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const XML = /^\s*<\?xml/i;

/** Text is what decodes as UTF-8, has no control characters, and is no web page. */
export async function refuseUnsoundText(file: FileBytes): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let before = '';
  for (let place = 0; place < file.size; place += PIECE_BYTES) {
    const piece = await file.read(place, PIECE_BYTES);
    const text = decoded(decoder, piece, place + piece.length < file.size);
    if (UNREADABLE.test(text) || (place === 0 && XML.test(text))) throw new ContentFault(UNKNOWN_KIND);
    refuseMarkup(Buffer.from(before + text));
    before = text.slice(-OVERLAP);
  }
}

function decoded(decoder: TextDecoder, piece: Buffer, more: boolean): string {
  try {
    return decoder.decode(piece, { stream: more });
  } catch {
    throw new ContentFault(UNKNOWN_KIND);
  }
}
