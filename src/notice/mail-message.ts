import { consolePath, type NoticedCase } from './case-link.js';
import { wordsOf } from './notice-texts.js';

/** A notice as a mail tells it. */
export interface MailedNotice {
  template: string;
  data: Record<string, unknown>;
  copy: boolean;
  about: NoticedCase | null;
}

export interface MailMessage {
  subject: string;
  text: string;
  html: string;
}

const GREETING = '您好：';
const FOR_INFORMATION = '抄送供参阅，无需办理。';
const OPEN = '请登录系统查看：';
const SIGNATURE = '本邮件由稳贷系统自动发出，请勿回复。';

/**
 * One event in one mail, whatever posts of the recipient it concerns: what asks for something stands before what is in
 * copy (抄送), and gives the subject.
 * @throws when there is no notice to tell
 */
export function mailAbout(notices: readonly MailedNotice[], publicUrl: string): MailMessage {
  const ordered = notices.toSorted((one, other) => Number(one.copy) - Number(other.copy));
  const first = ordered[0];
  if (first === undefined) throw new Error('A mail tells of at least one notice.');
  const paragraphs = [...new Set(ordered.map(paragraphOf))];
  const link = `${publicUrl}${consolePath(first.about)}`;
  const title = wordsOf(first.template, first.data).title;
  return {
    subject: first.copy ? `【抄送】${title}` : title,
    text: `${[GREETING, ...paragraphs, `${OPEN}\n${link}`, SIGNATURE].join('\n\n')}\n`,
    html: pageOf(paragraphs, link),
  };
}

function paragraphOf({ template, data, copy }: MailedNotice): string {
  const { text } = wordsOf(template, data);
  return copy ? `${text}（${FOR_INFORMATION}）` : text;
}

function pageOf(paragraphs: readonly string[], link: string): string {
  const address = escapeHtml(link);
  const body = [
    GREETING,
    ...paragraphs.map(escapeHtml),
    `${OPEN}<a href="${address}">${address}</a>`,
    SIGNATURE,
  ].map((paragraph) => `<p>${paragraph}</p>`);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>${body.join('')}</body></html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
