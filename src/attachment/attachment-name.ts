import { Problem } from '../platform/problem.js';

const MAX_NAME_LENGTH = 255;
/** Control and invisible format characters, among them those that turn the direction of writing around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u;
const PATH_PARTS = /[/\\]/;

/**
 * What a file is called, of the header or, without one, of the query. The name is shown and handed back, never used as a
 * path: files lie under ids of their own.
 * @throws {Problem} validation-failed
 */
export function attachmentName(disposition: string | undefined, query: string | undefined): string {
  const name = (nameIn(disposition ?? '') ?? query ?? '').normalize('NFC').trim();
  if (name === '') throw faulty('请在 Content-Disposition 请求头或 name 参数中给出文件名');
  if ([...name].length > MAX_NAME_LENGTH) throw faulty(`文件名不能超过${String(MAX_NAME_LENGTH)}个字符`);
  if (INVISIBLE.test(name)) throw faulty('文件名含有不可见字符或控制字符，请改名后重新上传');
  if (PATH_PARTS.test(name) || name === '.' || name === '..') throw faulty('文件名不能包含路径');
  return name;
}

/** RFC 6266 with the extended notation of RFC 8187, which a reader that knows it prefers. */
export function dispositionFor(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}

const EXTENDED = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]*)/i;
const QUOTED = /;\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i;
const TOKEN = /;\s*filename\s*=\s*([^";\s]+)/i;

function nameIn(disposition: string): string | undefined {
  const extended = EXTENDED.exec(disposition)?.[1];
  if (extended !== undefined) return percentDecoded(extended);
  const quoted = QUOTED.exec(disposition)?.[1];
  if (quoted !== undefined) return asUtf8(quoted.replace(/\\(.)/g, '$1'));
  const token = TOKEN.exec(disposition)?.[1];
  return token === undefined ? undefined : asUtf8(token);
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw faulty('Content-Disposition 中的文件名编码有误');
  }
}

/** Node reads headers as Latin-1; programs here write UTF-8 into them all the same. */
function asUtf8(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  const decoded = bytes.toString('utf8');
  return decoded.includes('\ufffd') ? text : decoded;
}

function faulty(message: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer: '/name', code: 'invalid-value', message }] });
}
