import { at } from '../../workflows/calendar/civil-day.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { Statement } from '../platform/transaction.js';
import type { ProcessService } from '../process/process.service.js';
import type { ScopedDatabase } from '../process/scoped-database.js';
import type { DemoCast } from './demo-cast.js';
import type { Happening } from './happening.js';

/** The oldest inquiry in a state, of those that the demo's filings have opened by themselves. */
const OLDEST: Statement = {
  name: 'demo-oldest-inquiry',
  text: `select i.id, o.key as bank from inquiry i join organization o on o.jurisdiction = i.jurisdiction and o.id = i.bank
    where i.state = $1 order by i.opened_at, i.id limit 1`,
};

/** What offices and banks did about inquiries in the last days: how many working days ago, and in which state they found one. */
const STEPS: readonly {
  ago: number;
  time: string;
  /** A duty of the bank that is asked, or a login. */
  by: 'maker' | 'finance.reviewer' | 'finance.leader';
  state: string;
  type: string;
  payload: object;
}[] = [
  {
    ago: 6,
    time: '10:35',
    by: 'finance.reviewer',
    state: 'assessing',
    type: 'SUBSTANTIATE',
    payload: { reason: '实施情况与报告不符，银行说明未能解释差额。' },
  },
  {
    ago: 4,
    time: '09:25',
    by: 'finance.leader',
    state: 'substantiated',
    type: 'ADVISE',
    payload: { text: '请按要求提前报告；超出报告金额的部分，请先行变更报告。' },
  },
  {
    ago: 2,
    time: '10:15',
    by: 'finance.reviewer',
    state: 'noticed',
    type: 'ASK',
    payload: { questions: ['请说明实施情况与报告不一致的原因。', '请说明是否已恢复相应额度。'] },
  },
  {
    ago: 1,
    time: '15:20',
    by: 'maker',
    state: 'explaining',
    type: 'EXPLAIN',
    payload: { text: '系统自动扣款所致，已恢复相应额度，今后将提前报告。' },
  },
];

export interface InquiryStage {
  cast: DemoCast;
  reference: ReferenceData;
  processes: ProcessService;
  database: ScopedDatabase;
}

/** The inquiries of the demo open by themselves, out of what its filings report; here is what was done about them. */
export function inquiryHappenings(stage: InquiryStage, today: string): Happening[] {
  return STEPS.map(({ ago, time, by, state, type, payload }) => {
    const { day } = stage.reference.calendar.add(today, -ago);
    return {
      at: at(day, time),
      act: async () => {
        const [found] = await stage.database.asSystem((tx) =>
          tx.query<{ id: string; bank: string }>(OLDEST, [state]),
        );
        // Which inquiries there are follows from the filings; on some days none has come so far.
        if (found === undefined) return;
        const actor = await stage.cast.person(by === 'maker' ? `${found.bank}.maker` : by);
        await stage.processes.send({ process: 'inquiry', id: found.id, type, payload, actor });
      },
    };
  });
}
