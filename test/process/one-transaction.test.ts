import { describe, expect, it } from '@jest/globals';
import { valuesThatDiffer } from '../../src/audit/log-entry.js';
import {
  expectReplay,
  inToyWorld,
  open,
  owner,
  pair,
  relate,
  rows,
  send,
  sendTo,
  stored,
} from './toy-world.js';

inToyWorld();

describe('state, log entry, deadlines and notices commit together or not at all', () => {
  it('writes all of them, and the log replays to the stored state', async () => {
    const id = await open('inquiry');

    const { entry } = await send(id, 'COUNT', { by: 7 });

    expect(entry).toMatchObject({ seq: 2, type: 'COUNT', from: 'counting', to: 'counting' });
    expect(await stored(id)).toMatchObject({ seq: 2, state: 'counting', context: { count: 7 } });
    expect(await rows('select type, seq from log_entry where case_id = $1 order by seq', id)).toEqual([
      { type: 'OPENED', seq: 1 },
      { type: 'COUNT', seq: 2 },
    ]);
    expect(
      await rows(
        `select count(*)::int as n from (select entry_id from log_pending union all select entry_id from log_leaf) p
          join log_entry e on e.id = p.entry_id where e.case_id = $1`,
        id,
      ),
    ).toEqual([{ n: 2 }]);
    expect(await rows('select template from notice where case_id = $1', id)).toEqual([{ template: 'filed' }]);
    await expectReplay(id);
  });

  it('commits to the values without showing them', async () => {
    const id = await open('inquiry');
    await send(id, 'COUNT', { by: 912 });

    const [row] = await rows<{ body: string; salt: string; values: string }>(
      'select e.body, v.salt, v."values" from log_entry e join log_value v on v.entry_id = e.id where e.case_id = $1 and e.seq = 2',
      id,
    );

    expect(Object.keys(JSON.parse(row?.body ?? '{}'))).not.toContain('payload');
    expect(JSON.parse(row?.body ?? '{}').commitments).toHaveProperty(
      ['payload.by'],
      expect.stringMatching(/^[\w-]{43}$/),
    );
    expect(row && valuesThatDiffer(row)).toEqual([]);
    expect(row && valuesThatDiffer({ ...row, values: row.values.replace('912', '913') })).toEqual([
      'payload.by',
    ]);
  });

  it('leaves nothing of a transition whose message a related case does not take', async () => {
    const [id, partner] = await pair();

    await expect(send(id, 'TELL_NONSENSE')).rejects.toMatchObject({ code: 'event-not-accepted' });

    expect(await stored(id)).toMatchObject({ seq: 1, context: { count: 0 } });
    expect(await stored(partner)).toMatchObject({ seq: 1 });
    expect(await rows('select 1 from log_entry where case_id = $1 and seq > 1', id)).toEqual([]);
  });

  it('moves a related case in the same transaction', async () => {
    const [id, partner] = await pair();

    await send(id, 'TELL');

    expect(await stored(partner)).toMatchObject({ seq: 2, context: { count: 1 } });
    const actorOfMessage = await rows(
      "select body::jsonb -> 'actor' as actor from log_entry where case_id = $1 and seq = 2",
      partner,
    );
    expect(actorOfMessage).toEqual([{ actor: { kind: 'case', case: id } }]);
    await expectReplay(partner, 'support');
  });
});

describe('a case lets another begin, about the same firm and in the same transaction', () => {
  const bornOf = (id: string) =>
    rows<{ id: string; process: string; seq: number; context: object; same: boolean }>(
      `select c.id, c.process, c.seq, c.context, c.firm = o.firm as same from process_case o
       join process_case c on c.firm = o.firm and c.id <> o.id where o.id = $1`,
      id,
    );

  it('when its message finds no open case that could take it', async () => {
    const id = await open('inquiry');
    await relate(id);

    await send(id, 'TELL');
    await send(id, 'TELL');

    const born = await bornOf(id);
    expect(born).toMatchObject([{ process: 'support', seq: 3, context: { count: 2 }, same: true }]);
    await expectReplay(born[0]?.id ?? '', 'support');
  });

  it('each time, when it asks for a new one', async () => {
    const id = await open('inquiry');
    await relate(id);

    await send(id, 'OPEN');
    await send(id, 'OPEN');

    expect(await bornOf(id)).toMatchObject([{ context: { count: 1 } }, { context: { count: 1 } }]);
  });

  it('never when it speaks to the cases of somebody and there are none', async () => {
    const id = await open('inquiry');
    await relate(id);

    await send(id, 'TELL_OWNERS');

    expect(await bornOf(id)).toEqual([]);
    expect(await stored(id)).toMatchObject({ seq: 2 });
  });
});

describe('two cases that speak to each other at once never lock in a circle', () => {
  it('counts 200 messages of both directions, each once', async () => {
    const [left, right] = await pair();

    const sent = await Promise.all(
      Array.from({ length: 100 }, () => [send(left, 'TELL'), sendTo('support', right, 'TELL')]).flat(),
    );

    expect(sent).toHaveLength(200);
    expect((await stored(left)).context).toEqual({ count: 200, struck: 0 });
    expect((await stored(right)).context).toEqual({ count: 200, struck: 0 });
    await expectReplay(left);
  }, 60_000);

  it('sees a firm that it came to be about while it waited', async () => {
    const left = await open('inquiry');
    const right = await open('support');
    await owner.query('begin');
    await owner.query('select 1 from process_case where id = $1 for update', [left]);
    const sending = send(left, 'TELL');
    await relate(left, right);
    await owner.query('commit');

    await sending;

    expect((await stored(right)).context).toEqual({ count: 1, struck: 0 });
  });
});
