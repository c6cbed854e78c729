import { describe, expect, it } from '@jest/globals';
import { eventRoles } from '../../../src/access/event-roles.js';
import type { EventActor } from '../../../workflows/process.js';
import { refusalsOf } from '../../../workflows/process.js';
import { sampleOf } from '../../../workflows/proof/support.samples.js';
import type { SupportContext } from '../../../workflows/support/support.context.js';
import { support1 } from '../../../workflows/support/support.js';
import { working } from './situations.js';

const ACTS = ['START', 'WAIT', 'RESUME', 'REPORT_DONE', 'REPORT_NOT_DONE', 'CONFIRM_CONTINUING'] as const;

function codes(owner: SupportContext['owner'], actor: EventActor, type: (typeof ACTS)[number]): string[] {
  const context = { ...(working().snapshot.context as SupportContext), owner };
  return refusalsOf(support1 as never, context, { ...sampleOf(type, context), actor }).map(
    ({ code }) => code,
  );
}

describe('接口直报: a bank’s own system carries out a measure as its maker does', () => {
  const maker = { organization: 'jinli', role: 'bank.maker' } as const;
  const client: EventActor = { kind: 'client', organization: 'jinli', role: 'bank.client' };

  it.each(ACTS)('%s', (type) => {
    expect(eventRoles('support', type)).toContain('bank.client');
    expect(codes(maker, client, type)).not.toContain('not-your-task');
    expect(codes(maker, { ...client, organization: 'citong' }, type)).toContain('not-your-task');
    expect(codes({ organization: 'jinli', role: 'bank.checker' } as never, client, type)).toContain(
      'not-your-task',
    );
  });
});
