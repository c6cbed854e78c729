import type { CaughtMail } from './mail-store.js';

/** No script, no form, no foreign source: a mail may hold anything, and this page shows it as text. */
export const MAILBOX_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

export const MAILBOX_STYLE = `
body { font: 16px/1.6 system-ui, sans-serif; color: #1f1f1f; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d0d0d0; vertical-align: top; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-top: 1px solid #d0d0d0; padding-top: 1rem; }
a { color: #0b57d0; }
`;

export function listPage(mails: readonly CaughtMail[]): string {
  const rows = mails.map(
    (mail) =>
      `<tr><td>${time(mail.at)}</td><td>${escapeHtml(mail.to)}</td>` +
      `<td><a href="/mails/${encodeURIComponent(mail.id)}">${escapeHtml(mail.subject || '（无主题）')}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>时间</th><th>收件人</th><th>主题</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page(
    '演示邮箱',
    `<p>演示系统发出的邮件都留在本机，不会寄出。共 ${String(mails.length)} 封，新的在前；刷新本页可看新邮件。</p>` +
      (mails.length === 0 ? '<p>还没有邮件。</p>' : table),
  );
}

export function mailPage(mail: CaughtMail): string {
  return page(
    mail.subject || '（无主题）',
    `<p><a href="/">返回演示邮箱</a></p><p>时间：${time(mail.at)}<br>收件人：${escapeHtml(mail.to)}</p>` +
      `<pre>${linkAddresses(escapeHtml(mail.text))}</pre>`,
  );
}

export function missingPage(): string {
  return page('没有这封邮件', '<p><a href="/">返回演示邮箱</a></p>');
}

function page(title: string, body: string): string {
  const heading = escapeHtml(title);
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${heading}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css">` +
    `</head><body><h1>${heading}</h1>${body}</body></html>`
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Takes text that is escaped already: an address ends at a blank, an entity or a Chinese character. */
function linkAddresses(escaped: string): string {
  return escaped.replace(
    /https?:\/\/(?:[\w.~:/?#[\]@!$()*+,;=%-]|&amp;)+/g,
    (address) => `<a href="${address}" rel="noopener noreferrer">${address}</a>`,
  );
}

function time(at: Date): string {
  return at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}
