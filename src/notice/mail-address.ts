const LONGEST_ADDRESS = 254;
/** One plain address: no list, no comment, no quoting, no blank and above all no line break, which would begin a header. */
const ADDRESS = /^[^\s\p{Cc}@<>()[\],;:\\"]+@[^\s\p{Cc}@<>()[\],;:\\"]+$/u;
const LINE_BREAK = /[\r\n\u0085\u2028\u2029]/;

export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && ADDRESS.test(text);
}

/** The text as it is, when it fits in a header. @throws {UnsafeHeader} when a line break in it would begin another one */
export function headerValue(text: string): string {
  if (LINE_BREAK.test(text)) throw new UnsafeHeader();
  return text;
}

export class UnsafeHeader extends Error {
  constructor() {
    super('A header of the mail has a line break in it.');
  }
}
