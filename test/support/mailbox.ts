import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { world } from './world.js';

/**
 * What the mail server does with one mail. `busy` 421 at once and hangs up; `tryLater` 450 to the recipient; `refuse` 550
 * to the recipient; `slow` accepts after a while; `dropAfterData` hangs up when it has all of the mail, and keeps none of
 * it; `acceptAndDrop` keeps it, and hangs up before it says so: the sender must send it once more.
 */
export type Manner = 'accept' | 'slow' | 'busy' | 'tryLater' | 'refuse' | 'dropAfterData' | 'acceptAndDrop';

export interface Received {
  messageId: string | undefined;
  to: readonly string[];
  mail: ParsedMail;
}

const SLOW_MS = 1_500;
const WAIT_TIMEOUT_MS = 20_000;

/** A real mail server at the address where the server under test sends its mail. Closed, it is a server that is down. */
export class Mailbox {
  /** Everything that was kept, in the order of arrival, doublets included. */
  readonly received: Received[] = [];
  /** Every mail that was offered, kept or not. */
  offered = 0;
  private always: Manner = 'accept';
  private readonly queued: Manner[] = [];
  private readonly sockets = new Map<string, Socket>();
  private readonly manners = new WeakMap<SMTPServerSession, Manner>();
  private server: SMTPServer | undefined;

  /** Until told otherwise. */
  behave(manner: Manner): void {
    this.always = manner;
  }

  /** For the next mails only, one manner each. */
  next(...manners: Manner[]): void {
    this.queued.push(...manners);
  }

  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onMailFrom: (_address, session, done) => {
        this.offered += 1;
        const manner = this.queued.shift() ?? this.always;
        this.manners.set(session, manner);
        if (manner === 'busy') {
          done(refusal(421, 'Service not available'));
          setImmediate(() => this.hangUp(session));
          return;
        }
        done();
      },
      onRcptTo: (_address, session, done) => {
        const manner = this.manners.get(session);
        if (manner === 'tryLater') return done(refusal(450, 'Mailbox busy'));
        if (manner === 'refuse') return done(refusal(550, 'No such user here'));
        done();
      },
      onData: (stream, session, done) => {
        void buffer(stream).then((raw) => this.take(raw, session, done), done);
      },
    });
    // Hanging up in the middle is part of the play.
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      this.sockets.set(`${String(socket.remoteAddress)}:${String(socket.remotePort)}`, socket);
    });
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(world().smtpPort, '127.0.0.1', resolve);
    });
    this.server = server;
  }

  /** Down: connections that are open are cut, new ones refused. What was received stays. */
  async close(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    const closed = new Promise<void>((resolve) => server.close(resolve));
    for (const socket of this.sockets.values()) socket.destroy();
    this.sockets.clear();
    await closed;
  }

  /** Waits until this many mails that pass the test were kept. */
  async waitFor(count: number, matches: (received: Received) => boolean = () => true): Promise<Received[]> {
    const deadline = Date.now() + WAIT_TIMEOUT_MS;
    for (;;) {
      const found = this.received.filter(matches);
      if (found.length >= count) return found;
      if (Date.now() > deadline) {
        const subjects = this.received.map(({ mail }) => mail.subject);
        throw new Error(
          `Waited for ${String(count)} mails, ${String(found.length)} came: ${subjects.join('; ')}`,
        );
      }
      await wait(10);
    }
  }

  private async take(
    raw: Buffer,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const manner = this.manners.get(session);
    if (manner === 'dropAfterData') return this.hangUp(session);
    if (manner === 'slow') await wait(SLOW_MS);
    const mail = await simpleParser(raw);
    const to = session.envelope.rcptTo.map(({ address }) => address);
    this.received.push({ messageId: mail.messageId, to, mail });
    if (manner === 'acceptAndDrop') return this.hangUp(session);
    done();
  }

  private hangUp(session: SMTPServerSession): void {
    this.sockets.get(`${session.remoteAddress}:${String(session.remotePort)}`)?.destroy();
  }
}

/** A mailbox that takes mail from now on. Close it at the end of the file. */
export async function openMailbox(): Promise<Mailbox> {
  const mailbox = new Mailbox();
  await mailbox.open();
  return mailbox;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
