import { Problem } from '../../platform/problem.js';
import { EXTENT, MAX_ROWS } from './sheet-extent.js';

/** The file as a whole cannot be read. */
export function unreadable(): Problem {
  return new Problem('unsupported-media-type', {
    detail: '无法读取该文件。请使用模板，另存为 .xlsx（不加密码）或 CSV 后重新上传。',
  });
}

/** The file can be read, and is not laid out as the template is. */
export function misshapen(code: string, message: string): Problem {
  return Problem.of([{ code, message }]);
}

export function tooMuch(): Problem {
  const message = `每次至多导入${String(MAX_ROWS)}行、${String(EXTENT.columns)}列。请分成几个文件，并删去表格以外的内容。`;
  return misshapen('sheet-too-large', message);
}
