/** One step of a committee's founding or work. Day 0 is the day of its proposal. */
export interface CommitteeStep {
  /** Working days after its proposal. */
  day: number;
  time: string;
  /** Organization key of the bank whose delegate acts. */
  by: string;
  type: string;
  /** Organizations stand by their keys, days by how far they are from the step's own; see `play-committees.ts`. */
  payload?: object;
}

/** Steps that are about the committee's latest resolution instead of the committee itself. */
export const DRAFT_ITEM = 'item: draft';
export const NOTICE_ITEM = 'item: notice';
export const CAST_BALLOT = 'item: ballot';

/** A committee of the demo, up to where the demo finds it. */
export interface CommitteeStory {
  firm: string;
  form: 'full' | 'light';
  /** Its lenders, the one with the largest balance first: it proposes, and it is elected. */
  banks: readonly string[];
  /** How many working days ago it was proposed. */
  proposedAgo: number;
  steps: readonly CommitteeStep[];
}

const REASON = '企业有市场、能正常经营，资金周转暂时困难，需各债权银行合理研判、共同进退。';

/**
 * Two committees at work, one of them with a standstill in force and one in the middle of a vote; one that is still forming;
 * and two lenders who only talk.
 */
export const DEMO_COMMITTEES: readonly CommitteeStory[] = [
  {
    firm: '南安沁源卫浴有限公司',
    form: 'full',
    banks: ['haisi', 'jinli', 'citong', 'quanshan', 'anping'],
    proposedAgo: 58,
    steps: [
      ...founding(['haisi', 'jinli', 'citong', 'quanshan', 'anping']),
      ...atWork('haisi', ['jinli', 'quanshan']),
      ...meeting('haisi', ['jinli', 'citong', 'quanshan']),
      rollover(26, 'jinli', '流借字2025-118号', 1200, 62),
      rollover(26, 'citong', '流借字2025-207号', 900, 75),
      ...standstillItem(30, 'haisi'),
      ballot(34, 'haisi'),
      ballot(34, 'jinli'),
      ballot(35, 'citong'),
      ballot(35, 'quanshan'),
      ballot(36, 'anping', 'abstain'),
    ],
  },
  {
    firm: '晋江磁远建材有限公司',
    form: 'full',
    banks: ['jinli', 'citong', 'haisi', 'anping'],
    proposedAgo: 34,
    steps: [
      ...founding(['jinli', 'citong', 'haisi', 'anping']),
      ...atWork('jinli', ['citong']),
      rollover(22, 'haisi', '流借字2025-076号', 400, 38),
      ...standstillItem(27, 'jinli'),
      ballot(31, 'jinli'),
      ballot(32, 'citong'),
      {
        day: 33,
        time: '10:20',
        by: 'jinli',
        type: 'CALL_MEETING',
        payload: {
          inWorkingDays: 6,
          at: '14:30',
          place: '晋江市金融服务中心二楼',
          way: 'hybrid',
          agenda: ['稳定期安排', '续贷排期'],
        },
      },
    ],
  },
  {
    firm: '南安泓阀水暖有限公司',
    form: 'full',
    banks: ['jinli', 'citong', 'haisi'],
    proposedAgo: 5,
    steps: [
      invited(1, 'jinli'),
      { day: 3, time: '10:40', by: 'jinli', type: 'DECLARE_CLAIM', payload: { willingToChair: true } },
      { day: 4, time: '15:10', by: 'citong', type: 'DECLARE_CLAIM', payload: {} },
    ],
  },
  {
    firm: '晋江浔溪食品有限公司',
    form: 'light',
    banks: ['citong', 'haisi'],
    proposedAgo: 16,
    steps: [
      invited(1, 'citong'),
      ...meeting('citong', ['haisi'], 3),
      rollover(8, 'haisi', '流借字2025-152号', 300, 40),
    ],
  },
];

export function reasonOf({ form }: CommitteeStory): string {
  return form === 'light' ? '两家银行就企业到期贷款安排先行会商。' : REASON;
}

function founding(banks: readonly string[]): CommitteeStep[] {
  const [first = ''] = banks;
  return [
    invited(1, first),
    ...banks.map((by, index): CommitteeStep => {
      const payload = index < 2 ? { willingToChair: true } : {};
      return { day: 3 + index, time: '10:10', by, type: 'DECLARE_CLAIM', payload };
    }),
    { day: 9, time: '09:30', by: first, type: 'CONFIRM_CLAIMS', payload: {} },
    ...banks.map(
      (by, index): CommitteeStep => ({
        day: 10,
        time: `1${String(index)}:05`,
        by,
        type: 'ELECT',
        payload: { chair: first },
      }),
    ),
    ...banks.map(
      (by, index): CommitteeStep => ({
        day: 13 + Math.floor(index / 2),
        time: index % 2 === 0 ? '10:30' : '16:00',
        by,
        type: 'SIGN',
        payload: { agreement: 0, authorization: `授权书〔2026〕${String(11 + index)}号` },
      }),
    ),
  ];
}

function atWork(chair: string, viceChairs: readonly string[]): CommitteeStep[] {
  return [
    { day: 17, time: '09:40', by: chair, type: 'NAME_VICE_CHAIRS', payload: { viceChairs } },
    { day: 17, time: '10:00', by: chair, type: 'SET_STRATEGY', payload: { strategy: 'stabilise' } },
  ];
}

/** Called, held five working days later, and answered by these; whoever says nothing is recorded as silent. */
function meeting(chair: string, answering: readonly string[], day = 18): CommitteeStep[] {
  return [
    {
      day,
      time: '09:20',
      by: chair,
      type: 'CALL_MEETING',
      payload: {
        inWorkingDays: 5,
        at: '09:30',
        place: '市金融监管局三楼会议室',
        way: 'onSite',
        agenda: ['企业经营情况', '稳贷安排'],
      },
    },
    {
      day: day + 6,
      time: '15:20',
      by: chair,
      type: 'RECORD_MINUTES',
      payload: {
        text: '与会单位一致认为企业生产经营正常，同意稳定现有融资，到期贷款逐笔商定续贷。',
        present: [],
      },
    },
    ...answering.map(
      (by, index): CommitteeStep => ({
        day: day + 7,
        time: `1${String(index)}:15`,
        by,
        type: 'CONFIRM_MINUTES',
        payload: {},
      }),
    ),
  ];
}

/** An item of the chair's and its notice; the vote begins three working days later. */
function standstillItem(day: number, chair: string): CommitteeStep[] {
  return [
    {
      day,
      time: '09:45',
      by: chair,
      type: DRAFT_ITEM,
      payload: {
        subject: { type: 'standstill', days: 90 },
        title: '设立稳定期',
        text: '设立稳定期九十日，期间各成员单位未经债委会同意不抽贷、不压贷、不停贷。',
      },
    },
    { day, time: '10:50', by: chair, type: NOTICE_ITEM },
  ];
}

function ballot(day: number, by: string, choice = 'for'): CommitteeStep {
  return { day, time: '14:25', by, type: CAST_BALLOT, payload: { choice } };
}

function rollover(day: number, by: string, loan: string, wan: number, inDays: number): CommitteeStep {
  return { day, time: '11:10', by, type: 'SCHEDULE_ROLLOVER', payload: { loan, wan, inDays } };
}

function invited(day: number, by: string): CommitteeStep {
  return { day, time: '09:15', by, type: 'INVITE', payload: {} };
}
