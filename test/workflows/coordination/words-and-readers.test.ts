import { describe, expect, it } from '@jest/globals';
import {
  audienceOf,
  FIELD_AUDIENCES,
  isReadByBankOf,
  OWN_FILING_EVENTS,
} from '../../../workflows/coordination/coordination.audiences.js';
import {
  END_LABELS,
  EVENT_LABELS,
  FILING_LABELS,
  OUTCOME_LABELS,
  STATE_LABELS,
} from '../../../workflows/coordination/coordination.labels.js';
import { NOTICES } from '../../../workflows/coordination/coordination.notices.js';
import { independentOf } from '../../../workflows/coordination/independence.js';
import { ROLES } from '../../../workflows/process.js';
import { joined, planning, SITUATIONS } from './situations.js';

/** words.md: a report is no licence, and the words show it. */
const FORBIDDEN = /批准|审批|许可|准予|不予|同意抽贷|受理|补正|备案|违规|先斩后奏|挤兑/;

describe('words.md', () => {
  const tables = [STATE_LABELS, END_LABELS, OUTCOME_LABELS, FILING_LABELS, EVENT_LABELS];

  it.each(tables.flatMap((table) => Object.entries(table)))('%s: %s', (_, label) => {
    expect(label).not.toMatch(FORBIDDEN);
  });

  it('every state’s meta bears its label', () => {
    for (const situation of Object.values(SITUATIONS)) {
      const { state, snapshot } = situation();
      const shown = Object.values(snapshot.getMeta()).map(
        (meta) => (meta as { label?: string } | undefined)?.label,
      );
      expect(shown).toContain(STATE_LABELS[state as keyof typeof STATE_LABELS]);
    }
  });
});

describe('least knowledge: no bank learns from a coordination that there is another', () => {
  it('the case and its log are for offices', () => {
    expect(Object.keys(FIELD_AUDIENCES).sort()).toEqual(Object.keys(joined().context).sort());
    expect(
      new Set([...Object.values(FIELD_AUDIENCES), ...Object.keys(EVENT_LABELS).map(audienceOf)]),
    ).toEqual(new Set(['office']));
  });

  it('what names its own filing, a bank reads; what names another’s, or none, it does not', () => {
    for (const type of OWN_FILING_EVENTS) {
      expect(isReadByBankOf('filing-1', type, { filing: 'filing-1' })).toBe(true);
      expect(isReadByBankOf('filing-1', type, { filing: 'filing-2' })).toBe(false);
    }
    expect(isReadByBankOf('filing-1', 'CALL_MEETING', { filings: ['filing-2', 'filing-1'] })).toBe(true);
    expect(isReadByBankOf('filing-1', 'CALL_MEETING', { filings: ['filing-2'] })).toBe(false);
    expect(isReadByBankOf('filing-1', 'RECORD_MINUTES', { text: '…' })).toBe(false);
    expect(isReadByBankOf('filing-1', 'ADD_SUPPORT', { filing: 'filing-1' })).toBe(false);
  });
});

describe('each notice', () => {
  it.each(Object.entries(NOTICES))('%s reaches somebody, each once', (_, rule) => {
    const keys = rule.to.map(({ party, role }) => `${party} ${role}`);

    expect(keys.length > 0 || 'responsible' in rule).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { role } of rule.to) expect(ROLES).toContain(role);
  });

  it('what is for whoever is responsible reaches the finance leader while nobody is', () => {
    const other = { facts: { open: 1 } };

    expect(joined().send('FILING.JOINED', other).of('notify')[0]?.to).toEqual([
      { party: 'finance', role: 'finance.leader' },
    ]);
    expect(planning().send('FILING.JOINED', other).of('notify')[0]?.to).toEqual([
      { party: 'finance', role: 'finance.reviewer' },
    ]);
  });
});

describe('what came between', () => {
  it.each([
    ['a bank never hears of another', 'CONFIRM_OUTCOME', 'CONFIRM_OUTCOME', true],
    ['a bank goes on whatever the offices do', 'PREPARE_OUTCOME', 'PROPOSE', true],
    ['another filing joined', 'CONCLUDE_FILING', 'FILING.JOINED', true],
    ['a measure ended', 'PROPOSE', 'SUPPORT.ENDED', true],
    ['the bank’s word before it is concluded', 'CONCLUDE_FILING', 'CONFIRM_OUTCOME', false],
    ['the bank’s word before anything else', 'CALL_MEETING', 'CONFIRM_OUTCOME', true],
    ['a colleague’s proposal', 'PROPOSE', 'PROPOSE', false],
    ['another official', 'CALL_MEETING', 'ASSIGN', false],
  ])('%s', (_, event, since, goesOn) => {
    expect(independentOf({ type: event }, { type: since })).toBe(goesOn);
  });
});

describe('the context stays small, however many filings join', () => {
  it('with ids as long as they are', () => {
    const id = '019ab7f0-5d3c-7a51-9c1e-000000000001';
    let many = joined();
    for (let open = 1; open < 200; open += 1) {
      many = many.send('FILING.JOINED', { payload: { filing: id, bank: id }, facts: { open } });
    }
    const posts = ['finance.reviewer', 'industry.reviewer', 'county.coordinator'] as const;
    const full = many.send('ASSIGN', { payload: { official: id, posts } }).send('CALL_MEETING');

    expect(full.context.filings).toBe(200);
    expect(JSON.stringify(full.context).length).toBeLessThan(500);
  });
});
