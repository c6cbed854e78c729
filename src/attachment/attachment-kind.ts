/** What may be attached, and nothing else: what offices and banks exchange as evidence. OFD is GB/T 33190. */
export const ATTACHMENT_KINDS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  ofd: { mediaType: 'application/ofd', extensions: ['ofd'] },
  txt: { mediaType: 'text/plain', extensions: ['txt'] },
} as const satisfies Record<string, { mediaType: string; extensions: readonly string[] }>;
export type AttachmentKind = keyof typeof ATTACHMENT_KINDS;

export const MEDIA_TYPES: readonly string[] = Object.values(ATTACHMENT_KINDS).map(
  ({ mediaType }) => mediaType,
);

/** Said to whoever sends something else. */
export const ACCEPTED_IN_WORDS = 'PDF、PNG、JPG、DOCX、XLSX、OFD、TXT（UTF-8）';

/** `application/octet-stream` says nothing, as does no type at all. */
const UNDECLARED = ['', 'application/octet-stream'];

/** Whether a Content-Type that was declared may stand for this kind. Its parameters do not matter. */
export function isDeclaredAs(kind: AttachmentKind, contentType: string | undefined): boolean {
  const declared = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return UNDECLARED.includes(declared) || declared === ATTACHMENT_KINDS[kind].mediaType;
}

export function isNamedAs(kind: AttachmentKind, name: string): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const known: readonly string[] = ATTACHMENT_KINDS[kind].extensions;
  return extension !== undefined && known.includes(extension);
}
