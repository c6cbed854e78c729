import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

/** The one private address that the tests' server may send to (test/support/worker-server.mjs). */
const ALLOWED = '127.0.0.2';
const WAIT_TIMEOUT_MS = 15_000;

export interface Got {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A bank's own system, that answers as it is told. */
export class Receiver {
  /** Everything that came, repeats included. */
  readonly got: Got[] = [];
  status = 204;
  headers: Record<string, string> = {};
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(host = ALLOWED): Promise<Receiver> {
    let receiver: Receiver | undefined;
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        receiver?.got.push({ headers: request.headers, body });
        response.writeHead(receiver?.status ?? 500, receiver?.headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const { port } = server.address() as AddressInfo;
    receiver = new Receiver(server, `http://${host}:${String(port)}/wendai`);
    return receiver;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** The messages that came, as soon as there are so many. */
  async messages(count: number): Promise<Got[]> {
    const deadline = Date.now() + WAIT_TIMEOUT_MS;
    while (this.got.length < count) {
      if (Date.now() > deadline) {
        throw new Error(`${String(this.got.length)} of ${String(count)} messages came.`);
      }
      await wait(20);
    }
    return this.got;
  }
}
