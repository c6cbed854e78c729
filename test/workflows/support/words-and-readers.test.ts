import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../../workflows/process.js';
import { SUPPORT_MEASURES } from '../../../workflows/rules/support-types.js';
import { independentOf } from '../../../workflows/support/independence.js';
import {
  audienceOf,
  EVENT_AUDIENCES,
  FIELD_AUDIENCES,
} from '../../../workflows/support/support.audiences.js';
import {
  EVENT_LABELS,
  LATENESS_LABELS,
  PARENT_LABELS,
  STATE_LABELS,
} from '../../../workflows/support/support.labels.js';
import { NOTICES } from '../../../workflows/support/support.notices.js';
import { proposed, SITUATIONS, working } from './situations.js';

/** words.md: a report is no licence, and the words show it. */
const FORBIDDEN = /批准|审批|许可|准予|不予|同意抽贷|受理|补正|备案|违规|先斩后奏|挤兑/;

describe('words.md', () => {
  const fields = Object.values(SUPPORT_MEASURES).flatMap(({ input, result }) => [...input, ...result]);
  const labels = [
    ...[EVENT_LABELS, LATENESS_LABELS, PARENT_LABELS, STATE_LABELS].flatMap((table) => Object.values(table)),
    ...Object.values(SUPPORT_MEASURES).map(({ label }) => label),
    ...fields.map(({ label }) => label),
  ];

  it.each([...new Set(labels)])('%s', (label) => {
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

describe('a helper sees its task and nothing else', () => {
  it('neither what it hangs on nor who proposed it', () => {
    const hidden = Object.entries(FIELD_AUDIENCES).filter(([, audience]) => audience === 'office');

    expect(hidden.map(([field]) => field)).toEqual(['parent', 'proposer']);
    expect(Object.keys(FIELD_AUDIENCES).sort()).toEqual(Object.keys(proposed().context).sort());
  });

  it('nor what was said of it before it had it', () => {
    const hidden = Object.keys(EVENT_AUDIENCES).filter((type) => audienceOf(type) === 'office');

    expect(hidden).toEqual(['SUPPORT.PROPOSED', 'ASSIGN', 'REASSIGN', 'DEADLINE.assign']);
    expect(audienceOf('SOMETHING')).toBe('office');
  });
});

describe('each notice', () => {
  it.each(Object.entries(NOTICES))('%s reaches somebody, each once', (_, rule) => {
    const keys = rule.to.map(({ party, role }) => `${party} ${role}`);

    expect(keys.length > 0 || 'owner' in rule).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { role } of rule.to) expect(ROLES).toContain(role);
  });

  it('goes to the owner’s own post, whatever that is', () => {
    const county = proposed().send('ASSIGN', {
      payload: { owner: { organization: 'jinjiang', role: 'county.coordinator' } },
    });

    expect(county.of('notify')[0]).toEqual({
      template: 'supportAssigned',
      to: [{ party: 'helper', role: 'county.coordinator' }],
    });
  });
});

describe('what came between', () => {
  it('reminders and notes touch nothing; another owner does', () => {
    expect(independentOf({ type: 'REPORT_DONE' }, { type: 'DEADLINE.due' })).toBe(true);
    expect(independentOf({ type: 'CANCEL' }, { type: 'REPORT_REPAID' })).toBe(true);
    expect(independentOf({ type: 'REPORT_DONE' }, { type: 'REASSIGN' })).toBe(false);
  });
});

describe('the context stays small', () => {
  it('with ids as long as they are', () => {
    const id = '019ab7f0-5d3c-7a51-9c1e-000000000001';
    const owner = { organization: id, role: 'county.coordinator' } as const;
    const full = working({ payload: { parent: { process: 'coordination', id }, owner } })
      .send('REPORT_REPAID')
      .send('WAIT');

    expect(JSON.stringify(full.context).length).toBeLessThan(900);
  });
});
