import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { Actor } from '../access/actor.js';
import { SignIn } from '../access/sign-in/sign-in.js';
import { Committees } from '../committee/committees.js';
import { DeadlineWorker } from '../deadline/deadline.worker.js';
import { CourtProceedings } from '../directory/court-proceedings.js';
import { referenceData } from '../directory/reference-data.js';
import { Drafts } from '../filing/draft/drafts.js';
import { civilDay, shanghai } from '../platform/instant.js';
import { createLogger } from '../platform/logging.js';
import type { Statement } from '../platform/transaction.js';
import { ProcessService } from '../process/process.service.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { Ballots } from '../resolution/ballot/ballots.js';
import { Drafting } from '../resolution/draft/drafting.js';
import { createApplication } from '../server.js';
import { DemoCast, LEADER_OF } from './demo-cast.js';
import { seedFixtures } from './fixtures.js';
import { type Happening, inOrder } from './happening.js';
import type { SeedInput } from './launch-demo.js';
import { PastClock } from './past-clock.js';
import { committeeHappenings } from './play-committees.js';
import { coordinationHappenings } from './play-coordinations.js';
import { inquiryHappenings } from './play-inquiries.js';
import { type Scene, scenesOf } from './play-stories.js';

/** The workers sleep while the past is played: this one is told when to look. */
const ASLEEP_MS = 600_000;
/** What happened longer ago than this is in the inboxes, but goes out by mail no more. */
const MAILED_DAYS = 2;

const NEXT_DUE: Statement = {
  name: 'demo-next-due',
  text: `select min(at) as at from (
      select fire_at as at from deadline where status = 'armed'
      union all select rung_at from deadline where status in ('armed', 'fired') and rung_at is not null
    ) moment where at > $1::timestamptz and at <= $2::timestamptz`,
};

/**
 * Fills a new database with the demo's fictional city: about a hundred filings that came about as all filings do, by their
 * people and their clocks, on the days on which it happened. So they replay, and every date is right as of today.
 */
export async function seedDemo({ config, ownerUrl, password, today = new Date() }: SeedInput): Promise<void> {
  await seedFixtures(config.databaseUrl, {
    password,
    today: civilDay(today),
    fieldKeyFile: config.fieldKeyFile,
  });
  const clock = await PastClock.take(ownerUrl);
  const { smtpUrl: _, ...quiet } = config;
  const app = await createApplication(
    { ...quiet, smtpUrl: undefined, workerIntervalMs: ASLEEP_MS },
    createLogger('silent'),
  );
  try {
    await new DemoPast(app, clock).play(password, today);
  } finally {
    await app.close();
    await clock.giveBack();
  }
  await forgetOldMail(ownerUrl);
}

class DemoPast {
  private readonly database: ScopedDatabase;
  private readonly drafts: Drafts;
  private readonly processes: ProcessService;
  private readonly worker: DeadlineWorker;
  private readonly signIn: SignIn;
  private readonly court: CourtProceedings;
  private readonly committees: Committees;
  private readonly drafting: Drafting;
  private readonly ballots: Ballots;
  private readonly inCourt = new Set<string>();
  private now = '';

  constructor(
    app: NestFastifyApplication,
    private readonly clock: PastClock,
  ) {
    this.database = app.get(ScopedDatabase, { strict: false });
    this.drafts = app.get(Drafts, { strict: false });
    this.processes = app.get(ProcessService, { strict: false });
    this.worker = app.get(DeadlineWorker, { strict: false });
    this.signIn = app.get(SignIn, { strict: false });
    this.court = app.get(CourtProceedings, { strict: false });
    this.committees = app.get(Committees, { strict: false });
    this.drafting = app.get(Drafting, { strict: false });
    this.ballots = app.get(Ballots, { strict: false });
  }

  async play(password: string, today: Date): Promise<void> {
    const cast = await DemoCast.gather(this.database, this.signIn, password);
    const reference = await this.database.asSystem((tx) => referenceData(tx));
    const { committees, drafting, ballots, database, processes } = this;
    const day = civilDay(today);
    const filings = scenesOf(cast, reference.calendar, day).map((scene): Happening => {
      return { at: scene.at, act: () => this.act(cast, scene) };
    });
    const others = [
      ...committeeHappenings({ cast, reference, committees, drafting, ballots, processes, database }, day),
      ...coordinationHappenings({ cast, reference, processes, database }, day),
      ...inquiryHappenings({ cast, reference, processes, database }, day),
    ];
    for (const { at, act } of inOrder([...filings, ...others])) {
      await this.liveUntil(at);
      await act();
    }
    await this.liveUntil(shanghai(today));
  }

  /** Stops at every moment at which a clock strikes or somebody is reminded, so that all of it happens on its day. */
  private async liveUntil(instant: string): Promise<void> {
    for (;;) {
      const next = this.now === '' ? null : await this.nextDue(instant);
      if (next === null) break;
      await this.turnTo(shanghai(next));
      await this.worker.round();
    }
    await this.turnTo(instant);
  }

  private async nextDue(until: string): Promise<Date | null> {
    const [row] = await this.database.asSystem((tx) =>
      tx.query<{ at: Date | null }>(NEXT_DUE, [this.now, until]),
    );
    return row?.at ?? null;
  }

  private async turnTo(instant: string): Promise<void> {
    this.now = instant;
    await this.clock.set(instant);
  }

  private async act(cast: DemoCast, { tale, by, type, payload }: Scene): Promise<void> {
    const actor = await cast.actor(by, tale.lending);
    if (type === 'OPEN') {
      const claim = { key: randomUUID(), fingerprint: 'demo' };
      tale.id = (await this.drafts.open(actor, tale.report, claim)).stored.id;
      if (tale.inCourt)
        await this.acceptInCourt(await cast.actor('finance.reviewer', tale.lending), tale.lending.firm.id);
      return;
    }
    const id = tale.id ?? '';
    const { snapshot } = await this.processes.send({ process: 'filing', id, type, payload, actor });
    const leader = LEADER_OF[by];
    // In the focus lane a reviewer's opinion waits for the leader's name.
    if (type === 'OPINE' && leader !== undefined && JSON.stringify(snapshot.value).includes('"drafted"')) {
      const signer = await cast.actor(leader, tale.lending);
      await this.processes.send({ process: 'filing', id, type: 'SIGN_OPINION', payload: {}, actor: signer });
    }
  }

  private async acceptInCourt(official: Actor, firm: string): Promise<void> {
    if (this.inCourt.has(firm)) return;
    this.inCourt.add(firm);
    await this.court.accept(official, firm, {
      court: '泉州市中级人民法院（虚构）',
      documentNumber: '演示破申1号',
      acceptedOn: this.now.slice(0, 10),
    });
  }
}

/** The demo's mailbox is to show the last days, not a season of letters at once. */
async function forgetOldMail(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query('alter table notice no force row level security');
    await owner.query(
      `update notice set mailed = true where created_at < wendai_now() - make_interval(days => $1)`,
      [MAILED_DAYS],
    );
    await owner.query('alter table notice force row level security');
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}
