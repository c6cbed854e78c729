import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { aPdf } from './a-file.js';

/** What every scanner here finds, by its hash. Harmless. */
export const MALICIOUS = aPdf('what the scanners of the tests look for');
const NAME = 'Wendai.Test.UNOFFICIAL';
const CLAMD = '/usr/sbin/clamd';
const START_TIMEOUT_MS = 20_000;

export interface RunningScanner {
  url: string;
  stop(): Promise<void>;
}

export type StartScanner = (port: number) => Promise<RunningScanner>;

/** Debian's clamd with one signature, where it is installed; and what speaks as it does, everywhere. */
export const SCANNERS: readonly [name: string, start: StartScanner][] = [
  ['a server that speaks as clamd does', standIn],
  ...(existsSync(CLAMD) ? [['clamd itself', clamd] as [string, StartScanner]] : []),
];

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** INSTREAM and nothing else (clamd(8)): chunks with their length in front, until an empty one. */
async function standIn(port: number): Promise<RunningScanner> {
  const server = createServer((socket) => {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      bytes = Buffer.concat([bytes, part]);
      const content = contentIn(bytes);
      if (content === undefined) return;
      socket.end(content.equals(MALICIOUS) ? `stream: ${NAME} FOUND\0` : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `tcp://127.0.0.1:${String(port)}`,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Undefined while it is not all there. */
function contentIn(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf(0) + 1; at > 0 && at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

async function clamd(port: number): Promise<RunningScanner> {
  const home = mkdtempSync(join(tmpdir(), 'wendai-clamd-'));
  const hash = createHash('md5').update(MALICIOUS).digest('hex');
  writeFileSync(join(home, 'wendai.hdb'), `${hash}:${String(MALICIOUS.length)}:Wendai.Test\n`);
  const settings = [
    `DatabaseDirectory ${home}`,
    `TCPSocket ${String(port)}`,
    'TCPAddr 127.0.0.1',
    'Foreground yes',
  ];
  writeFileSync(join(home, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child: ChildProcess = spawn(CLAMD, ['-c', join(home, 'clamd.conf')], { stdio: 'ignore' });
  await answers(port);
  return {
    url: `tcp://127.0.0.1:${String(port)}`,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    if (Date.now() > deadline) throw new Error('clamd did not start.');
    await wait(50);
  }
}
