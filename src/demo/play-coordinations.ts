import { addCalendarDays, at } from '../../workflows/calendar/civil-day.js';
import type { Actor } from '../access/actor.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { Statement } from '../platform/transaction.js';
import type { ProcessService } from '../process/process.service.js';
import type { ScopedDatabase } from '../process/scoped-database.js';
import type { DemoCast, Lending } from './demo-cast.js';
import { type CoordinationStep, type CoordinationStory, DEMO_COORDINATIONS } from './demo-coordinations.js';
import type { Happening } from './happening.js';

/** The filing that its bank reported on the firm, and the coordination that it joined. */
const JOINED: Statement = {
  name: 'demo-joined-filing',
  text: `select c.coordination, c.filing from coordination_filing c
    join coordination k on k.jurisdiction = c.jurisdiction and k.id = c.coordination
    join organization o on o.jurisdiction = c.jurisdiction and o.id = c.bank
    where k.firm = $1 and o.key = $2 order by c.joined_at desc limit 1`,
};
const MEASURE: Statement = {
  name: 'demo-measure',
  text: 'select id from support where parent_id = $1 and type = $2 order by id desc limit 1',
};

export interface CoordinationStage {
  cast: DemoCast;
  reference: ReferenceData;
  processes: ProcessService;
  database: ScopedDatabase;
}

/** The coordinations of the demo with their measures, as they come about day by day beside their filings. */
export function coordinationHappenings(stage: CoordinationStage, today: string): Happening[] {
  const { calendar } = stage.reference;
  const last = calendar.add(today, -1).day;
  return DEMO_COORDINATIONS.flatMap((story) =>
    story.filing.told.flatMap((ago) => {
      const filedOn = calendar.add(last, -ago).day;
      const play = new CoordinationPlay(stage, story);
      return story.steps.map((step): Happening => {
        const { day } = calendar.add(filedOn, step.day);
        return { at: at(day, step.time), act: () => play.act(step, day) };
      });
    }),
  );
}

interface Said {
  owner?: string;
  dueIn?: number;
  inWorkingDays?: number;
  input?: { neededIn?: number; maturesIn?: number };
}

class CoordinationPlay {
  private readonly lending: Lending;

  constructor(
    private readonly stage: CoordinationStage,
    { filing }: CoordinationStory,
  ) {
    // The scenes of its filing have been cast before.
    this.lending = stage.cast.lendingFor(filing);
  }

  async act(step: CoordinationStep, day: string): Promise<void> {
    const { processes } = this.stage;
    const { coordination, filing } = await this.joined();
    const actor = await this.actor(step.by);
    const { type, measure, payload = {} } = step;
    if (measure !== undefined) {
      const id = await this.measureOf(coordination, measure);
      await processes.send({ process: 'support', id, type, payload, actor });
      return;
    }
    const said = await this.said(type, payload, day, filing);
    await processes.send({ process: 'coordination', id: coordination, type, payload: said, actor });
  }

  /** Stories name organizations by their keys and days by how far they are; events want ids and dates. */
  private async said(type: string, payload: Said, day: string, filing: string): Promise<object> {
    const { owner = '', dueIn = 0, inWorkingDays = 0, input = {}, ...rest } = payload;
    const inDays = (days: number): string => this.stage.reference.calendar.add(day, days).day;
    switch (type) {
      case 'ASSIGN': {
        const reviewer = await this.actor('finance.reviewer');
        return { official: reviewer.person, posts: ['finance.reviewer'] };
      }
      case 'ADD_SUPPORT': {
        const { neededIn, maturesIn, ...figures } = input;
        const measure = 'measure' in rest ? rest.measure : '';
        return {
          ...rest,
          owner: this.ownerOf(owner),
          dueOn: inDays(dueIn),
          input: {
            ...figures,
            ...(measure === 'whiteList' ? {} : { bank: this.idOf(this.lending.bank) }),
            ...(neededIn === undefined ? {} : { neededOn: inDays(neededIn) }),
            ...(maturesIn === undefined ? {} : { maturesOn: addCalendarDays(day, maturesIn) }),
          },
        };
      }
      case 'CALL_MEETING':
        return { ...rest, on: inDays(inWorkingDays), filings: [filing] };
      case 'RECORD_MINUTES':
        return { ...rest, heldOn: day };
      default:
        return { ...rest, filing };
    }
  }

  private ownerOf(owner: string): object {
    if (owner === 'bank') return { organization: this.idOf(this.lending.bank), role: 'bank.maker' };
    if (owner === 'county') {
      const county = this.stage.reference.ofCounty(this.lending.firm.county)?.id;
      return { organization: county, role: 'county.coordinator' };
    }
    return { organization: this.idOf(owner), role: 'helper.officer' };
  }

  private actor(by: string): Promise<Actor> {
    const { cast } = this.stage;
    return by === 'maker' || by === 'checker' || by === 'county'
      ? cast.actor(by, this.lending)
      : cast.person(by);
  }

  private async joined(): Promise<{ coordination: string; filing: string }> {
    const key = [this.lending.firm.id, this.lending.bank];
    const [row] = await this.stage.database.asSystem((tx) =>
      tx.query<{ coordination: string; filing: string }>(JOINED, key),
    );
    if (row === undefined) throw new Error(`${this.lending.firm.name} is not coordinated.`);
    return row;
  }

  private async measureOf(coordination: string, type: string): Promise<string> {
    const [row] = await this.stage.database.asSystem((tx) =>
      tx.query<{ id: string }>(MEASURE, [coordination, type]),
    );
    return row?.id ?? '';
  }

  private idOf(key: string): string {
    const found = this.stage.reference.organizations.find((organization) => organization.key === key);
    if (found === undefined) throw new Error(`No organization of the demo is called ${key}.`);
    return found.id;
  }
}
