import { setTimeout as wait } from 'node:timers/promises';
import type { Body } from '../support/client.js';
import { PASSWORD } from '../support/client.js';
import { world } from '../support/world.js';

const TIMEOUT_MS = 15_000;

interface StreamEvent {
  event: string;
  id: string | undefined;
  data: Body;
}

/** One open stream, read as a browser reads it. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  readonly comments: string[] = [];
  /** When the server ended the stream, by the machine's clock. */
  endedAt: number | undefined;
  private readonly controller = new AbortController();

  private constructor(
    readonly cookie: string,
    readonly response: Response,
  ) {}

  static async open(
    login: string,
    options: { lastEventId?: string; cookie?: string } = {},
  ): Promise<EventStream> {
    const cookie = options.cookie ?? (await signIn(login));
    const controller = new AbortController();
    const response = await fetch(`${world().url}/api/v1/events/stream`, {
      headers: {
        cookie,
        ...(options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId }),
      },
      signal: controller.signal,
    });
    const stream = new EventStream(cookie, response);
    stream.controller.signal.addEventListener('abort', () => controller.abort());
    if (response.status === 200) void stream.read();
    return stream;
  }

  /** Waits for the first event that passes the test. */
  async next(matches: (event: StreamEvent) => boolean): Promise<StreamEvent> {
    const deadline = Date.now() + TIMEOUT_MS;
    for (;;) {
      const found = this.events.find(matches);
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`No such event came: ${JSON.stringify(this.events)}`);
      await wait(10);
    }
  }

  /** Begun: the client knows where it stands. */
  ready(): Promise<StreamEvent> {
    return this.next(({ event }) => event === 'ready' || event === 'reset');
  }

  casesTold(): string[] {
    return this.events.filter(({ event }) => event === 'case').map(({ data }) => data.case);
  }

  async ended(): Promise<number> {
    const deadline = Date.now() + TIMEOUT_MS;
    while (this.endedAt === undefined) {
      if (Date.now() > deadline) throw new Error('The stream did not end.');
      await wait(10);
    }
    return this.endedAt;
  }

  close(): void {
    this.controller.abort();
  }

  private async read(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of this.response.body ?? []) {
        text += Buffer.from(chunk).toString();
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // The test itself has closed it.
    }
    this.endedAt = performance.now();
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.comments.push(block);
    const fields = new Map(
      block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
    );
    const event = fields.get('event');
    if (event !== undefined)
      this.events.push({ event, id: fields.get('id'), data: JSON.parse(fields.get('data') ?? '{}') });
  }
}

export async function signIn(login: string): Promise<string> {
  const response = await fetch(`${world().url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  if (response.status !== 201) throw new Error(`${login} cannot sign in: ${String(response.status)}`);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
