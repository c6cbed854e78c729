import { describe, expect, it } from '@jest/globals';
import { finance, industry, inToyWorld, open, refusal, send, stored } from './toy-world.js';

inToyWorld();

describe('the same key gets the first answer', () => {
  it('does the thing once, for a repetition after the case has moved on too', async () => {
    const id = await open('inquiry');
    const claim = { key: 'k-1', fingerprint: 'f-1' };
    const first = await send(id, 'COUNT', { by: 3 }, { idempotency: claim });
    await send(id, 'COUNT', { by: 5 });

    const again = await send(id, 'COUNT', { by: 3 }, { idempotency: claim });

    expect(again.entry).toEqual(first.entry);
    expect(again.snapshot.context).toEqual({ count: 3, struck: 0 });
    expect((await stored(id)).context).toEqual({ count: 8, struck: 0 });
  });

  it('does it once for twenty that come together', async () => {
    const id = await open('inquiry');
    const idempotency = { key: 'k-20', fingerprint: 'f' };

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(id, 'COUNT', { by: 2 }, { idempotency })),
    );

    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    expect((await stored(id)).context).toEqual({ count: 2, struck: 0 });
  });

  it('is no key for another request, and none for a refused one', async () => {
    const id = await open('inquiry');
    await expect(
      send(id, 'COUNT', { by: 1001 }, { idempotency: { key: 'k-2', fingerprint: 'a' } }),
    ).rejects.toMatchObject({ code: 'guard-failed' });
    await send(id, 'COUNT', { by: 1 }, { idempotency: { key: 'k-2', fingerprint: 'b' } });

    const reused = send(id, 'COUNT', { by: 1 }, { idempotency: { key: 'k-2', fingerprint: 'c' } });

    await expect(reused).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});

describe('a stale version goes on only when nothing that came since touches the event', () => {
  it('lets the other office answer, and tells the same office that it was answered, and by whom', async () => {
    const id = await open('inquiry');
    await send(id, 'ASK_BOTH');
    const version = '2.0';
    await send(id, 'ANSWER', {}, { actor: finance, version });

    await send(id, 'ANSWER', {}, { actor: industry, version });
    const second = await refusal(send(id, 'ANSWER', {}, { actor: finance, version }));

    expect(second.code).toBe('decided-already');
    expect(second.extension).toMatchObject({
      event: 'ANSWER',
      by: { name: expect.any(String) },
      etag: '4.0',
    });
    expect((await stored(id)).context).toEqual({ count: 2, struck: 0 });
  });

  it('refuses with the present version what a change came before', async () => {
    const id = await open('inquiry');
    await send(id, 'ASK_BOTH');
    await send(id, 'CHANGE');

    const stale = await refusal(send(id, 'ANSWER', {}, { actor: industry, version: '2.0' }));

    expect(stale.code).toBe('stale-version');
    expect(stale.extension).toEqual({ etag: '3.0' });
  });

  it('says what the state takes to one who knew the present version', async () => {
    const id = await open('inquiry');

    const refused = await refusal(send(id, 'ANSWER', {}, { actor: finance, version: '1.0' }));

    expect(refused.code).toBe('event-not-accepted');
    expect(refused.extension).toEqual({
      state: 'counting',
      allowed: ['COUNT', 'TELL', 'OPEN', 'TELL_OWNERS', 'TELL_NONSENSE', 'WAIT', 'ASK_BOTH'],
    });
  });
});
