import { Refused, Unreachable } from '../api/client.js';

/** Sends a file under the hash of its content, and says how far it is. @throws {Refused | Unreachable} */
export async function upload(filing: string, file: File, progress: (share: number) => void): Promise<void> {
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await new Promise<void>((resolve, reject) => {
    // What fetch cannot do: it tells nothing of how much has gone out.
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/v1/filings/${filing}/attachments/${sha256}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader(
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    );
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total));
    request.addEventListener('error', () => reject(new Unreachable('upload')));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(refusal(request));
    });
    request.send(bytes);
  });
}

function refusal({ status, responseText }: XMLHttpRequest): Refused {
  const { code = 'unknown', title = `HTTP ${String(status)}`, detail, errors = [] } = problemIn(responseText);
  return new Refused(status, code, title, detail, errors);
}

function problemIn(text: string): Partial<Pick<Refused, 'code' | 'title' | 'detail'>> & { errors?: [] } {
  try {
    return JSON.parse(text) as ReturnType<typeof problemIn>;
  } catch {
    return {};
  }
}
