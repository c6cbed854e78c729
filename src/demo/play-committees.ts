import { createHash, randomUUID } from 'node:crypto';
import { addCalendarDays, at } from '../../workflows/calendar/civil-day.js';
import type { WorkingCalendar } from '../../workflows/calendar/working-calendar.js';
import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import { formatYuan } from '../../workflows/rules/fen.js';
import type { Committees } from '../committee/committees.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { Statement } from '../platform/transaction.js';
import type { ProcessService } from '../process/process.service.js';
import type { ScopedDatabase } from '../process/scoped-database.js';
import type { NewBallotDto } from '../resolution/ballot/ballot.dto.js';
import type { Ballots } from '../resolution/ballot/ballots.js';
import type { Drafting } from '../resolution/draft/drafting.js';
import type { NewResolutionDto } from '../resolution/draft/new-resolution.dto.js';
import type { DemoCast } from './demo-cast.js';
import {
  CAST_BALLOT,
  type CommitteeStep,
  type CommitteeStory,
  DEMO_COMMITTEES,
  DRAFT_ITEM,
  NOTICE_ITEM,
  reasonOf,
} from './demo-committees.js';
import type { Happening } from './happening.js';

const FEN_IN_WAN = 1_000_000n;
/** What a demo bank holds as margin of what it has lent. */
const MARGIN_PERCENT = 5n;
/** The hash of a sealed ballot paper that nobody keeps: the demo has no papers. */
const PAPER = createHash('sha256').update('盖章表决票（演示）').digest('hex');

const LAST_MEETING: Statement = {
  name: 'demo-last-meeting',
  text: 'select id from meeting where jurisdiction = $1 and committee = $2 order by meeting_on desc limit 1',
};

export interface Stage {
  cast: DemoCast;
  reference: ReferenceData;
  committees: Committees;
  drafting: Drafting;
  ballots: Ballots;
  processes: ProcessService;
  database: ScopedDatabase;
}

/** The committees of the demo (债委会、主办行会商), as they come about day by day. */
export function committeeHappenings(stage: Stage, today: string): Happening[] {
  const { calendar } = stage.reference;
  return DEMO_COMMITTEES.flatMap((story) => {
    const proposedOn = calendar.add(today, -story.proposedAgo).day;
    const play = new CommitteePlay(stage, story);
    const proposed = { at: at(proposedOn, '09:05'), act: () => play.propose() };
    return [
      proposed,
      ...story.steps.map((step) => happening(step, proposedOn, calendar, (day) => play.act(step, day))),
    ];
  });
}

function happening(
  step: CommitteeStep,
  proposedOn: string,
  calendar: WorkingCalendar,
  act: (day: string) => Promise<unknown>,
): Happening {
  const { day } = calendar.add(proposedOn, step.day);
  return { at: at(day, step.time), act: () => act(day) };
}

interface Distances {
  inDays?: number;
  inWorkingDays?: number;
}

class CommitteePlay {
  private id = '';
  /** Its latest resolution. */
  private item = '';
  private jurisdiction = '';
  private context: CommitteeContext | undefined;
  private state: unknown;

  constructor(
    private readonly stage: Stage,
    private readonly story: CommitteeStory,
  ) {}

  async propose(): Promise<void> {
    const { banks, form, firm } = this.story;
    const actor = await this.stage.cast.person(`${banks[0] ?? ''}.delegate`);
    const proposal = {
      firm: this.stage.cast.firmNamed(firm),
      form,
      creditors: banks.map((bank) => ({ organization: this.idOf(bank) })),
      reason: reasonOf(this.story),
    };
    const claim = { key: randomUUID(), fingerprint: 'demo' };
    const { stored, snapshot } = await this.stage.committees.propose(actor, proposal, claim);
    this.id = stored.id;
    this.jurisdiction = stored.jurisdiction;
    this.remember(snapshot);
  }

  async act(step: CommitteeStep, day: string): Promise<void> {
    const { type, by } = step;
    if (type === DRAFT_ITEM || type === NOTICE_ITEM || type === CAST_BALLOT) return this.decide(step);
    // The vote that makes the majority has elected: there is nothing left to vote on.
    if (type === 'ELECT' && this.state !== 'electing') return;
    const actor = await this.stage.cast.person(`${by}.delegate`);
    const payload = await this.said(step, day);
    const { snapshot } = await this.stage.processes.send({
      process: 'committee',
      id: this.id,
      type,
      payload,
      actor,
    });
    this.remember(snapshot);
  }

  /** A resolution of the committee: drafted, noticed, voted on. */
  private async decide({ type, by, payload = {} }: CommitteeStep): Promise<void> {
    const { cast, drafting, ballots, processes } = this.stage;
    const actor = await cast.person(`${by}.delegate`);
    if (type === DRAFT_ITEM) {
      const claim = { key: randomUUID(), fingerprint: 'demo' };
      const body = payload as NewResolutionDto;
      this.item = (await drafting.open(actor, this.id, { body, claim })).stored.id;
    } else if (type === NOTICE_ITEM) {
      await processes.send({ process: 'resolution', id: this.item, type: 'NOTICE', payload: {}, actor });
    } else {
      await ballots.cast(actor, this.item, { ...(payload as NewBallotDto), sealedPaper: PAPER });
    }
  }

  private remember({ context, value }: { context: unknown; value: unknown }): void {
    this.context = context as CommitteeContext;
    this.state = value;
  }

  /** Stories name banks by their keys and days by how far they are; events want ids and dates. */
  private async said({ type, by, payload = {} }: CommitteeStep, day: string): Promise<object> {
    const { inDays = 0, inWorkingDays = 0, ...rest } = payload as Distances & Record<string, unknown>;
    const on = addCalendarDays(day, inDays);
    switch (type) {
      case 'DECLARE_CLAIM':
        return { ...this.claimOf(by), ...rest };
      case 'CONFIRM_CLAIMS':
        return { recordDate: day };
      case 'ELECT':
        return { chair: this.idOf(String(rest['chair'])) };
      case 'NAME_VICE_CHAIRS':
        return { viceChairs: (rest['viceChairs'] as string[]).map((bank) => this.idOf(bank)) };
      case 'SCHEDULE_ROLLOVER': {
        const amount = formatYuan(BigInt(Number(rest['wan'])) * FEN_IN_WAN);
        const renewal = { amount, until: addCalendarDays(on, 365) };
        return { bank: this.idOf(by), loan: rest['loan'], amount, maturity: on, renewal };
      }
      case 'CALL_MEETING':
        return { ...rest, on: this.stage.reference.calendar.add(day, inWorkingDays).day };
      case 'RECORD_MINUTES':
        return { ...rest, meeting: await this.lastMeeting() };
      case 'CONFIRM_MINUTES':
        return { meeting: this.context?.minutes?.meeting ?? '' };
      default:
        return rest;
    }
  }

  private claimOf(bank: string): object {
    const { balance = 0 } = this.stage.cast.lendingOf(this.story.firm, bank) ?? {};
    const principal = BigInt(balance) * FEN_IN_WAN;
    return {
      principal: formatYuan(principal),
      pledgedMargin: formatYuan((principal * MARGIN_PERCENT) / 100n),
      deposits: '0.00',
      basis: 'loan',
      documents: ['综合授信合同及借据（演示）'],
    };
  }

  private async lastMeeting(): Promise<string> {
    const key = [this.jurisdiction, this.id];
    const [found] = await this.stage.database.asSystem((tx) => tx.query<{ id: string }>(LAST_MEETING, key));
    return found?.id ?? '';
  }

  private idOf(key: string): string {
    const found = this.stage.reference.organizations.find((organization) => organization.key === key);
    if (found === undefined) throw new Error(`No organization of the demo is called ${key}.`);
    return found.id;
  }
}
