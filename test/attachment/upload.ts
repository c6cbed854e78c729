import { type Answer, type Client, PASSWORD } from '../support/client.js';
import { type Filing, person } from '../support/filings.js';
import { world } from '../support/world.js';
import { sha256 } from './a-file.js';

export interface UploadOptions {
  name?: string;
  contentType?: string;
  /** Instead of the hash of the bytes. */
  hash?: string;
  disposition?: string;
}

/** Sends a file as the console does: bytes as they are, the name in the header. */
export async function upload(
  filing: Filing,
  bytes: Buffer,
  options: UploadOptions = {},
  login = `${filing.bank}.maker`,
): Promise<Answer> {
  return uploadBy(await person(login), filing, bytes, options);
}

export async function uploadBy(
  client: Client,
  { path }: Pick<Filing, 'path'>,
  bytes: Buffer,
  { name = '附件.pdf', contentType, hash = sha256(bytes), disposition }: UploadOptions = {},
): Promise<Answer> {
  return client.put(`${path}/attachments/${hash}`, bytes, {
    headers: {
      'content-disposition': disposition ?? `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
    },
  });
}

export async function attachmentsSeenBy({ path }: Filing, login: string): Promise<Answer> {
  return (await person(login)).get(`${path}/attachments`);
}

/** As a text, without a Content-Length, so that its size shows only on the way. Gives the status. */
export async function uploadInPieces(
  { path, bank }: Filing,
  bytes: Buffer,
  pieceSize: number,
): Promise<number> {
  const api = `${world().url}/api/v1`;
  const signedIn = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: `${bank}.maker`, password: PASSWORD }),
  });
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceSize) }, (_, index) =>
    bytes.subarray(index * pieceSize, (index + 1) * pieceSize),
  );
  const answer = await fetch(`${api}${path}/attachments/${sha256(bytes)}?name=a.txt`, {
    method: 'PUT',
    headers: { cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '' },
    body: ReadableStream.from(pieces),
    duplex: 'half',
  });
  return answer.status;
}
