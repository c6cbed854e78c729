import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { type Answer, anonymous, as, type Body } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aCase, aNotice, lend, NUMBER } from './a-notice.js';

jest.setTimeout(30_000);
afterAll(releaseClock);

async function inboxOf(login: string, question = ''): Promise<Body> {
  const answer = await (await as(login)).get(`/inbox${question}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

async function sees(login: string, notice: string): Promise<boolean> {
  const { items } = await inboxOf(login, '?limit=50');
  return items.some(({ id }: { id: string }) => id === notice);
}

describe('the inbox of a post', () => {
  it('tells its holder what happened, in words, with the page of the case', async () => {
    const about = await aCase('jinli');
    const notice = await aNotice({ to: 'jinli', role: 'bank.maker', template: 'acknowledged', about });

    const { items, total } = await inboxOf('jinli.maker', '?limit=1');

    expect(items).toEqual([
      {
        id: notice,
        at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/),
        role: 'bank.maker',
        template: 'acknowledged',
        title: `报告已签收：${NUMBER}`,
        text: `${NUMBER}报告已签收，进入同步研判。`,
        copy: false,
        case: { process: 'filing', id: about },
        link: `/filings/${about}`,
        readAt: null,
      },
    ]);
    expect(total).toEqual({ value: expect.any(Number), exact: true });
  });

  it('is seen by every holder of the post, and by no other post or organization', async () => {
    const notice = await aNotice({ to: 'jinli', role: 'bank.checker' });

    expect(await sees('jinli.checker', notice)).toBe(true);
    expect(await sees('jinli.checker2', notice)).toBe(true);
    expect(await sees('jinli.maker', notice)).toBe(false);
    expect(await sees('citong.checker', notice)).toBe(false);
    expect(await sees('finance.reviewer', notice)).toBe(false);
    expect(await sees('system.admin', notice)).toBe(false);
  });

  it('of a branch is seen there and at its head office, not at the other branch', async () => {
    await query(
      'admin',
      `insert into post (jurisdiction, id, organization, role, person, valid_from)
        select jurisdiction, gen_random_uuid(), organization, 'bank.maker', id, '2023-01-01' from person
        where login = 'haisi.admin'`,
    );
    const notice = await aNotice({ to: 'haisi', unit: 'jinjiang', role: 'bank.maker' });

    expect(await sees('haisi.jinjiang.maker', notice)).toBe(true);
    expect(await sees('haisi.shishi.maker', notice)).toBe(false);
    expect(await sees('haisi.maker', notice)).toBe(true);
    expect(await sees('haisi.admin', notice)).toBe(true);
  });

  it('is seen by whoever stands in for its holder (委托代办)', async () => {
    const notice = await aNotice({ to: 'citong', role: 'bank.checker' });
    expect(await sees('citong.admin', notice)).toBe(false);

    await lend('bank.checker', 'citong.checker', 'citong.admin');

    expect(await sees('citong.admin', notice)).toBe(true);
  });

  it('says what is only in copy (抄送), and leads to the inbox when the case is gone', async () => {
    const notice = await aNotice({
      to: 'regulator',
      role: 'regulator.observer',
      template: 'withdrawn',
      copy: true,
      about: uuid(),
    });

    const { items } = await inboxOf('regulator.observer', '?limit=1');

    expect(items[0]).toMatchObject({ id: notice, copy: true, case: null, link: '/inbox' });
  });

  it('holds one event and post once: a second notice of it is refused by the database', async () => {
    const once = { to: 'jinli', role: 'bank.maker', template: 'cleared', source: uuid() };
    await aNotice(once);

    await expect(aNotice(once)).rejects.toMatchObject({ code: '23505' });
  });
});

describe('reading', () => {
  it('is marked for the reader alone, and the first time counts', async () => {
    const notice = await aNotice({ to: 'finance', role: 'finance.reviewer', template: 'filed' });
    const reader = await as('finance.reviewer');
    await setClock('2026-12-01T09:00:00+08:00');
    const first = await reader.post(`/inbox/${notice}/read`);
    await setClock('2026-12-01T09:10:00+08:00');
    const second = await reader.post(`/inbox/${notice}/read`);
    await releaseClock();

    const [mine] = (await inboxOf('finance.reviewer', '?limit=1')).items;
    const [colleagues] = (await inboxOf('finance.reviewer2', '?limit=1')).items;

    expect([first.status, second.status]).toEqual([204, 204]);
    expect(mine).toMatchObject({ id: notice, readAt: '2026-12-01T09:00:00.000+08:00' });
    expect(colleagues).toMatchObject({ id: notice, readAt: null });
  });

  it('takes a notice out of the unread ones', async () => {
    const [older, newer] = [
      await aNotice({ to: 'industry', role: 'industry.leader' }),
      await aNotice({ to: 'industry', role: 'industry.leader' }),
    ];
    await (await as('industry.leader')).post(`/inbox/${newer}/read`);

    const unread = await inboxOf('industry.leader', '?unread=true');
    const all = await inboxOf('industry.leader', '?unread=false');

    expect(unread.items.map(({ id }: { id: string }) => id)).toEqual([older]);
    expect(unread.total).toEqual({ value: 1, exact: true });
    expect(all.total).toEqual({ value: 2, exact: true });
  });

  it('of a foreign notice answers to the byte as that of one that never was, and marks nothing', async () => {
    const notice = await aNotice({ to: 'anping', role: 'bank.maker' });
    const stranger = await as('citong.maker');

    const foreign = await stranger.post(`/inbox/${notice}/read`);
    const missing = await stranger.post(`/inbox/${uuid()}/read`);
    const otherPost = await (await as('anping.checker')).post(`/inbox/${notice}/read`);

    expect(foreign.status).toBe(404);
    expect(JSON.stringify(foreign.body)).toBe(JSON.stringify(missing.body));
    expect(otherPost.status).toBe(404);
    expect(await query('admin', 'select from notice_read where notice = $1', [notice])).toEqual([]);
  });
});

describe('pages of the inbox', () => {
  it('come newest first, none twice and none left out, though new notices arrive in between', async () => {
    const notices: string[] = [];
    for (let count = 0; count < 12; count++) {
      notices.unshift(await aNotice({ to: 'quanshan', role: 'bank.maker' }));
    }
    const reader = await as('quanshan.maker');
    const seen: string[] = [];
    let question = '?limit=5';
    for (;;) {
      const { items, nextCursor } = (await reader.get(`/inbox${question}`)).body;
      seen.push(...items.map(({ id }: { id: string }) => id));
      await aNotice({ to: 'quanshan', role: 'bank.maker' });
      if (nextCursor === null) break;
      question = `?limit=5&cursor=${nextCursor}`;
    }

    expect(seen).toEqual(notices);
  });

  it('are read all at once up to the newest that was seen, by one person alone', async () => {
    const [old, newest, later] = [
      await aNotice({ to: 'anping', role: 'bank.checker' }),
      await aNotice({ to: 'anping', role: 'bank.checker' }),
      await aNotice({ to: 'anping', role: 'bank.checker' }),
    ].sort();

    const answer = await (await as('anping.checker')).post('/inbox/read', { newest });

    const unread = async (login: string) =>
      (await inboxOf(login, '?unread=true&limit=50')).items.map(({ id }: Body) => id);
    expect(answer.status).toBe(204);
    expect(await unread('anping.checker')).toEqual([later]);
    expect((await inboxOf('anping.checker', '?limit=50')).items.map(({ id }: Body) => id)).toEqual(
      expect.arrayContaining([old, newest, later]),
    );
  });

  it('count to a thousand, and say that there is more', async () => {
    await query(
      'admin',
      `insert into notice (jurisdiction, id, source, organization, role, template, data, mailed)
        select jurisdiction, gen_random_uuid(), gen_random_uuid(), id, 'bank.delegate', 'received', '{}', true
        from organization, generate_series(1, 1001) where key = 'anping'`,
    );

    expect((await inboxOf('anping.delegate')).total).toEqual({ value: 1000, exact: false });
  });

  it.each(['?limit=0', '?limit=101', '?limit=x', '?limit=', '?cursor=abc', '?unread=ja', '?page=2'])(
    'refuse %s',
    async (question) => {
      const answer: Answer = await (await as('jinli.maker')).get(`/inbox${question}`);

      expect(answer.status).toBe(400);
      expect(answer.body.code).toBe('validation-failed');
    },
  );

  it('are for those who have signed in', async () => {
    expect((await anonymous().get('/inbox')).status).toBe(401);
  });
});
