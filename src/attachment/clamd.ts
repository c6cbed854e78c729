import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** The largest file of ours takes well under a second; one that hangs is one that is away. */
const TIMEOUT_MS = 30_000;
const COMMAND = 'zINSTREAM\0';
const LENGTH_BYTES = 4;
const ANSWER = /^stream: (?:(OK)|(.+) FOUND)\0?$/;

/** What clamd said of a file: the name of what it found, or nothing. */
export type Verdict = { found: string | undefined };

/**
 * Asks clamd about a stream of bytes, which is opened once somebody listens, by its command INSTREAM (clamd(8)): chunks with their length in front, an empty one at the end.
 * @throws when it is away, answers late, or cannot tell
 */
export async function askClamd(url: string, open: () => Readable): Promise<Verdict> {
  const socket = connectTo(url);
  let content: Readable | undefined;
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd took too long.')));
  try {
    const answered = text(socket);
    answered.catch(() => undefined);
    await once(socket, 'connect');
    socket.write(COMMAND);
    content = open();
    // What goes wrong is thrown by the loop; what goes wrong after it, at a file that is gone by then, is nobody's concern.
    content.on('error', () => undefined);
    for await (const chunk of content as AsyncIterable<Buffer>) await send(socket, chunk);
    socket.write(Buffer.alloc(LENGTH_BYTES));
    const answer = await answered;
    const [whole, , found] = ANSWER.exec(answer) ?? [];
    if (whole === undefined) throw new Error(`clamd cannot tell: ${answer.slice(0, 100)}`);
    return { found };
  } finally {
    content?.destroy();
    socket.destroy();
  }
}

function connectTo(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  return protocol === 'unix:' ? connect(pathname) : connect(Number(port === '' ? '3310' : port), hostname);
}

async function send(socket: Socket, chunk: Buffer): Promise<void> {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(chunk.length);
  socket.write(length);
  if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  if (socket.destroyed) throw new Error('clamd hung up.');
}
