import type { ServerResponse } from 'node:http';
import { type Actor, readerOf } from '../access/actor.js';
import type { CaseSignal } from './outbox-reader.js';

/** A line of life, so that proxies keep the connection and clients notice when it is gone. */
const HEARTBEAT_MS = 15_000;
/** Whoever reads so slowly is cut off; it comes back with the last id it saw and misses nothing. */
const MOST_UNREAD_BYTES = 256 * 1024;
/** After how many milliseconds a browser tries again. */
const RETRY_MS = 2_000;

/** One open `text/event-stream`. */
export class Listener {
  private lastWriteAt = performance.now();
  /** What came while earlier events were still being looked up. */
  private held: CaseSignal[] | undefined = [];
  /** What was told as missed, and has yet to come from the node's reader, which may be behind. */
  private readonly caughtUp = new Set<string>();

  constructor(
    readonly actor: Actor,
    /** What the table of sessions knows the session by. */
    readonly session: string,
    private readonly response: ServerResponse,
  ) {
    this.write(`retry: ${String(RETRY_MS)}\n\n`);
  }

  /** Listeners of one group see the same rows: what they are shown is asked once. */
  get group(): string {
    const { jurisdiction, organization = '', unit = '' } = this.actor;
    return [jurisdiction, organization, unit, readerOf(this.actor) ?? ''].join(' ');
  }

  /** The place from which a client that breaks off now will ask again. */
  ready(newest: string | undefined): void {
    this.write(`event: ready\n${newest === undefined ? '' : `id: ${newest}\n`}data: {}\n\n`);
  }

  /** The client was away for too long to be told one by one: it reads anew what it shows. */
  reset(newest: string | undefined): void {
    this.write(`event: reset\n${newest === undefined ? '' : `id: ${newest}\n`}data: {}\n\n`);
  }

  tell(signals: readonly CaseSignal[]): void {
    if (this.held !== undefined) this.held.push(...signals);
    else for (const signal of signals) this.sendOnce(signal);
  }

  /** Tells what was missed, then what came meanwhile, each once. */
  catchUp(missed: readonly CaseSignal[]): void {
    for (const signal of missed) {
      this.send(signal);
      this.caughtUp.add(signal.id);
    }
    for (const signal of this.held ?? []) this.sendOnce(signal);
    this.held = undefined;
  }

  /** False when the client reads too slowly to be kept. */
  keepAlive(): boolean {
    if (performance.now() - this.lastWriteAt >= HEARTBEAT_MS) this.write(': still here\n\n');
    return this.response.writableLength < MOST_UNREAD_BYTES;
  }

  end(): void {
    this.response.end();
  }

  private sendOnce(signal: CaseSignal): void {
    if (!this.caughtUp.delete(signal.id)) this.send(signal);
  }

  private send({ id, ...signal }: CaseSignal): void {
    this.write(`id: ${id}\nevent: case\ndata: ${JSON.stringify(signal)}\n\n`);
  }

  private write(text: string): void {
    if (this.response.writableEnded) return;
    this.lastWriteAt = performance.now();
    this.response.write(text);
  }
}
