import { describe, expect, it } from '@jest/globals';
import { taskNamed } from '../../src/notice/deadline-texts.js';
import { mailAbout } from '../../src/notice/mail-message.js';
import { NOTICE_TEXTS, wordsOf } from '../../src/notice/notice-texts.js';
import { NOTICES as COMMITTEE_NOTICES } from '../../workflows/committee/committee.notices.js';
import { NOTICES as COORDINATION_NOTICES } from '../../workflows/coordination/coordination.notices.js';
import { EVENT_LABELS } from '../../workflows/filing/filing.labels.js';
import { NOTICES } from '../../workflows/filing/filing.notices.js';
import { NOTICES as INQUIRY_NOTICES } from '../../workflows/inquiry/inquiry.notices.js';
import { NOTICES as RESOLUTION_NOTICES } from '../../workflows/resolution/resolution.notices.js';
import { ladderOf } from '../../workflows/rules/deadline-ladder.js';
import { NOTICES as SUPPORT_NOTICES } from '../../workflows/support/support.notices.js';

const TEMPLATES = [
  ...Object.keys(NOTICES),
  ...Object.keys(COMMITTEE_NOTICES),
  ...Object.keys(COORDINATION_NOTICES),
  ...Object.keys(SUPPORT_NOTICES),
  ...Object.keys(RESOLUTION_NOTICES),
  ...Object.keys(INQUIRY_NOTICES),
  'deadlineNear',
  'deadlinePassed',
];
const FORBIDDEN = /批准|审批|许可|准予|不予|同意抽贷|受理|补正|备案|违规|先斩后奏|挤兑/;
const CONSOLE = 'https://console.test';
const CASE = { process: 'filing', id: '01980000-0000-7000-8000-000000000001' } as const;
const NUMBER = '泉贷报〔2026〕晋鲤12号';
const SAID = { number: NUMBER, deadline: 'acknowledge', dueOn: '2026-12-08', bankDate: '2026-12-21' };

/** Everything that a notice says anywhere: inbox title and text, mail subject, text and HTML. */
function everyWordOf(template: string, data: Record<string, unknown>): string[] {
  const { title, text } = wordsOf(template, data);
  return [false, true].flatMap((copy) => {
    const mail = mailAbout([{ template, data, copy, about: CASE }], CONSOLE);
    return [title, text, mail.subject, mail.text, mail.html];
  });
}

describe('what notices say', () => {
  it('has a text for every template that a process or a ladder can send, and for no other', () => {
    expect(Object.keys(NOTICE_TEXTS).sort()).toEqual([...TEMPLATES].sort());
  });

  it.each(TEMPLATES)(
    '%s: a title and a sentence, with the number of the report or without one',
    (template) => {
      const sent = wordsOf(template, SAID);
      const draft = wordsOf(template, { ...SAID, number: null });

      expect(sent.title).toMatch(new RegExp(`^.{2,20}：${NUMBER}$`));
      expect(sent.text).toContain(`${NUMBER}报告`);
      expect(sent.text).toMatch(/^.{10,120}。$/);
      expect(draft.title).toMatch(/^[^：]{2,20}$/);
      expect(draft.text).toContain('一份尚未报送的报告');
    },
  );

  it.each(TEMPLATES)('%s: uses no word of a licence', (template) => {
    for (const words of everyWordOf(template, SAID)) expect(words).not.toMatch(FORBIDDEN);
  });

  it.each(TEMPLATES)(
    '%s: lets no amount and no name of a firm in, whatever stands in its data',
    (template) => {
      const smuggled = [
        '5000000.00',
        '500万元',
        '晋江市鑫华鞋业有限公司',
        '<b>鑫华</b>',
        'a\r\nBcc: x@y.example',
      ];
      for (const value of smuggled) {
        const data = Object.fromEntries(
          ['number', 'deadline', 'dueOn', 'bankDate', 'amount', 'firm', 'firmName', 'name'].map((key) => [
            key,
            value,
          ]),
        );
        const said = everyWordOf(template, data).join('\n');

        expect(said).not.toContain(value);
        expect(said).not.toMatch(/鑫华|5000000|Bcc/);
      }
    },
  );

  it.each(TEMPLATES)('%s: links to the console, never to the API', (template) => {
    const mail = mailAbout([{ template, data: SAID, copy: false, about: CASE }], CONSOLE);

    for (const body of [mail.text, mail.html]) {
      expect(body).toContain(`${CONSOLE}/filings/${CASE.id}`);
      expect(body).not.toContain('/api');
    }
  });

  it('names the task of every deadline that has a ladder', () => {
    const deadlines = Object.keys(EVENT_LABELS)
      .filter((type) => type.startsWith('DEADLINE.'))
      .map((type) => type.slice('DEADLINE.'.length));
    const reminded = deadlines.filter((name) => ladderOf(name).rungs.length > 0);

    expect(reminded.length).toBeGreaterThan(10);
    expect(reminded.filter((name) => taskNamed(name) === undefined)).toEqual([]);
    expect(wordsOf('deadlineNear', SAID).text).toBe(`${NUMBER}报告的签收期限为2026年12月8日，请及时办理。`);
  });

  it('tells a reader of an older node that something is new, when the template is newer than the node', () => {
    expect(wordsOf('constructor', SAID)).toEqual({
      title: `事项有更新：${NUMBER}`,
      text: `${NUMBER}报告有更新，请登录系统查看。`,
    });
  });
});

describe('a mail about one event', () => {
  it('tells what asks for something before what is in copy, and each once', () => {
    const mail = mailAbout(
      [
        { template: 'cleared', data: SAID, copy: true, about: CASE },
        { template: 'silentFinance', data: SAID, copy: false, about: CASE },
        { template: 'toConclude', data: SAID, copy: false, about: CASE },
        { template: 'silentFinance', data: SAID, copy: false, about: CASE },
      ],
      CONSOLE,
    );

    expect(mail.subject).toBe(`到期未反馈意见：${NUMBER}`);
    expect(mail.text.split('\n\n')).toEqual([
      '您好：',
      `本部门对${NUMBER}报告到期未反馈意见，特此告知。`,
      `${NUMBER}报告同步研判已结束，请在期限内形成处置意见。`,
      `${NUMBER}报告已收悉，是否及何时实施，由银行依法依约自主决定。（抄送供参阅，无需办理。）`,
      `请登录系统查看：\n${CONSOLE}/filings/${CASE.id}`,
      '本邮件由稳贷系统自动发出，请勿回复。\n',
    ]);
  });

  it('says in its subject that it is only in copy', () => {
    const mail = mailAbout([{ template: 'closed', data: SAID, copy: true, about: CASE }], CONSOLE);

    expect(mail.subject).toBe(`【抄送】办结：${NUMBER}`);
  });

  it('escapes what could be markup, and leads to the inbox when the case is gone', () => {
    const mail = mailAbout(
      [{ template: 'returnedToMaker', data: {}, copy: false, about: null }],
      'https://console.test/a?b=1&c="<script>',
    );

    expect(mail.html).toContain('https://console.test/a?b=1&amp;c=&quot;&lt;script&gt;/inbox');
    expect(mail.html).not.toContain('<script>');
  });
});
