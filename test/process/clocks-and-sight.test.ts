import { describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import {
  actor,
  bank,
  expectReplay,
  inToyWorld,
  JURISDICTION,
  open,
  owner,
  processes,
  refusal,
  rows,
  send,
  stored,
} from './toy-world.js';

inToyWorld();

describe('a clock strikes once, in its own generation, and not before its time', () => {
  it('moves the case when it is due', async () => {
    const id = await open('inquiry');
    await send(id, 'WAIT');
    const strike = { jurisdiction: JURISDICTION, process: 'inquiry', id, name: 'toy', generation: 1 };
    expect(await processes.strike(strike)).toBe('gone');
    await owner.query("update deadline set fire_at = '2020-01-02T17:30:00+08:00' where case_id = $1", [id]);

    const results = await Promise.all(Array.from({ length: 8 }, () => processes.strike(strike)));

    expect(results.filter((result) => result === 'struck')).toHaveLength(1);
    expect(await stored(id)).toMatchObject({ state: 'counting', context: { struck: 1 } });
    expect(await rows('select status from deadline where case_id = $1', id)).toEqual([
      { status: 'disarmed' },
    ]);
    await expectReplay(id);
  });

  it('does not strike in a generation that is over', async () => {
    const id = await open('inquiry');
    for (const type of ['WAIT', 'COUNT', 'WAIT']) await send(id, type);
    await owner.query("update deadline set fire_at = '2020-01-02T17:30:00+08:00' where case_id = $1", [id]);

    const strike = { jurisdiction: JURISDICTION, process: 'inquiry', id, name: 'toy' };

    expect(await processes.strike({ ...strike, generation: 1 })).toBe('gone');
    expect(await processes.strike({ ...strike, generation: 2 })).toBe('struck');
  });

  it('passes by a case that somebody holds', async () => {
    const id = await open('inquiry');
    await send(id, 'WAIT');
    await owner.query("update deadline set fire_at = '2020-01-02T17:30:00+08:00' where case_id = $1", [id]);
    await owner.query('begin');
    await owner.query('select 1 from process_case where id = $1 for update', [id]);

    const result = await processes.strike({
      jurisdiction: JURISDICTION,
      process: 'inquiry',
      id,
      name: 'toy',
      generation: 1,
    });
    await owner.query('rollback');

    expect(result).toBe('busy');
  });
});

describe('what one may not see does not exist', () => {
  it('answers another bank as if there were no such case', async () => {
    const id = await open('inquiry');
    const other = await actor('citong.maker', 'bank', 'bank.maker');

    const [foreign, missing] = await Promise.all([
      refusal(send(id, 'COUNT', {}, { actor: other })),
      refusal(send(uuid(), 'COUNT', {}, { actor: other })),
    ]);

    expect(foreign).toMatchObject({ code: 'not-found', errors: [], extension: {} });
    expect(foreign).toEqual(missing);
  });

  it('does not let a post do what is not its own', async () => {
    const id = await open('inquiry');
    const observer = { ...bank, roles: ['bank.admin'] as const };

    await expect(send(id, 'COUNT', {}, { actor: observer })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
