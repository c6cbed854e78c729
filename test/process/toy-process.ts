import { assign, setup } from 'xstate';
import type { ProcessShell } from '../../src/process/process-shell.js';
import type { Guard, ProcessDefinition, ProcessName } from '../../workflows/process.js';
import { DEFAULT_POLICY } from '../../workflows/rules/policy.js';

/**
 * The smallest process that uses everything of the engine: it counts, two offices speak side by side, it runs a clock, tells
 * its partner, and refuses what is too much. The engine must not know more of a process than this one shows.
 */
interface ToyContext {
  count: number;
  struck: number;
}

const TOO_MUCH = 1000;

const notTooMuch: Guard = {
  name: 'notTooMuch',
  needsPayload: true,
  judge: (_, { payload }) =>
    'by' in payload && Number(payload.by) > TOO_MUCH
      ? [{ code: 'too-much', message: '一次不得超过一千', pointer: '/by' }]
      : [],
};

function machineOf(name: ProcessName, partner: ProcessName) {
  const toy = setup({
    types: {} as {
      context: ToyContext;
      events: { type: string; payload?: { by?: number }; office?: string };
    },
    actions: {
      counted: assign({ count: ({ context, event }) => context.count + (event.payload?.by ?? 1) }),
      struck: assign({ struck: ({ context }) => context.struck + 1 }),
      armDeadline: (_, __: { name: string; budget: { workingDays: string } }) => undefined,
      disarmDeadline: (_, __: { name: string }) => undefined,
      send: (_, __: { to: string; event: { type: string; payload: object }; owners?: string[] }) => undefined,
      open: (_, __: { process: ProcessName; event: { type: string; payload: object } }) => undefined,
      notify: (_, __: { template: string; to: { party: 'finance'; role: 'finance.reviewer' }[] }) =>
        undefined,
      fail: () => undefined,
    },
    guards: {
      isFinance: ({ event }) => event.office === 'finance',
      isIndustry: ({ event }) => event.office === 'industry',
    },
  });
  return toy.createMachine({
    id: name,
    context: { count: 0, struck: 0 },
    initial: 'counting',
    states: {
      counting: {
        on: {
          COUNT: {
            actions: [
              'counted',
              {
                type: 'notify',
                params: { template: 'filed', to: [{ party: 'finance', role: 'finance.reviewer' }] },
              },
            ],
          },
          TELL: {
            actions: [
              'counted',
              { type: 'send', params: { to: partner, event: { type: 'TOLD', payload: {} } } },
            ],
          },
          OPEN: {
            actions: [
              'counted',
              { type: 'open', params: { process: partner, event: { type: 'TOLD', payload: {} } } },
            ],
          },
          TELL_OWNERS: {
            actions: [
              'counted',
              {
                type: 'send',
                params: { to: partner, event: { type: 'TOLD', payload: {} }, owners: ['nobody'] },
              },
            ],
          },
          TELL_NONSENSE: {
            actions: [
              'counted',
              { type: 'send', params: { to: partner, event: { type: 'UNKNOWN', payload: {} } } },
            ],
          },
          TOLD: { actions: 'counted' },
          WAIT: { target: 'waiting' },
          ASK_BOTH: { target: 'asking' },
        },
      },
      waiting: {
        entry: { type: 'armDeadline', params: { name: 'toy', budget: { workingDays: 'acknowledgeWd' } } },
        exit: { type: 'disarmDeadline', params: { name: 'toy' } },
        on: {
          'DEADLINE.toy': { target: 'counting', actions: 'struck' },
          COUNT: { target: 'counting' },
          TOLD: { actions: 'counted' },
        },
      },
      asking: {
        type: 'parallel',
        states: {
          finance: {
            initial: 'open',
            states: {
              open: { on: { ANSWER: { guard: 'isFinance', target: 'done', actions: 'counted' } } },
              done: {},
            },
          },
          industry: {
            initial: 'open',
            states: {
              open: { on: { ANSWER: { guard: 'isIndustry', target: 'done', actions: 'counted' } } },
              done: {},
            },
          },
        },
        on: { TOLD: { actions: 'counted' }, CHANGE: { actions: 'counted' } },
      },
    },
  });
}

export function toyProcess(name: ProcessName, partner: ProcessName): ProcessShell {
  const definition: ProcessDefinition = {
    name,
    version: 1,
    machine: machineOf(name, partner),
    publicEvents: [
      'COUNT',
      'TELL',
      'TELL_OWNERS',
      'TELL_NONSENSE',
      'OPEN',
      'WAIT',
      'ASK_BOTH',
      'ANSWER',
      'CHANGE',
    ],
    guards: { COUNT: [notTooMuch] },
    stateOf: ({ value }) => (typeof value === 'string' ? value : (Object.keys(value)[0] ?? '')),
    waitsFor: () => ['finance.reviewer'],
    independentOf: (event, since) =>
      event.type === 'ANSWER' && since.type === 'ANSWER' && event.office !== since.office,
    audienceOf: () => 'bank',
  };
  return {
    definition,
    rolesFor: () => ['bank.maker', 'finance.reviewer', 'industry.reviewer'],
    // One of the two is locked alone at first, and finds out that it has something to say.
    holdsFirm: () => name !== 'inquiry',
    birth: async (_, { type }, { stored }) =>
      type === 'TOLD' ? { owner: { organization: stored.ownerOrg, unit: null }, input: {} } : undefined,
    facts: async ({ day }) => ({ day }),
    policyOf: (_, reference, day) => ({ id: reference.policyOn(day).id, values: DEFAULT_POLICY }),
    projection: {
      statement: { name: `project-${name}`, text: 'select r.x from jsonb_to_record($1::jsonb) as r(x int)' },
      row: () => ({ x: 1 }),
    },
    noticeData: () => ({}),
    countyOf: () => null,
  };
}
