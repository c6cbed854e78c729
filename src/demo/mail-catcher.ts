import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { MailStore } from './mail-store.js';
import { listPage, MAILBOX_HEADERS, MAILBOX_STYLE, mailPage, missingPage } from './mailbox-page.js';

export interface MailCatcher {
  smtpUrl: string;
  mailboxUrl: string;
  close(): Promise<void>;
}

/** A mail larger than this is none of ours. */
const MAIL_LIMIT_BYTES = 5 * 1024 * 1024;
const LOOPBACK = '127.0.0.1';

/** Takes every mail of the demo and sends none on. Its mailbox is a page on `preferredPort`, or on a free one. */
export async function startMailCatcher(folder: string, preferredPort: number): Promise<MailCatcher> {
  const store = await MailStore.open(folder);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAIL_LIMIT_BYTES,
    onData: (stream, _session, done) => {
      buffer(stream)
        .then((raw) => store.add(raw))
        .then(
          () => done(),
          (error: Error) => done(error),
        );
    },
  });
  const pages = createServer((request, response) => answer(store, request, response));
  const smtpPort = await listen(smtp.server, 0);
  const pagePort = await listen(pages, preferredPort).catch(() => listen(pages, 0));
  return {
    smtpUrl: `smtp://${LOOPBACK}:${String(smtpPort)}`,
    mailboxUrl: `http://${LOOPBACK}:${String(pagePort)}/`,
    close: async () => {
      pages.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => pages.close(() => resolve())),
      ]);
    },
  };
}

function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): void {
  // A page of the web that points its own name at this machine must not read the mails.
  const host = request.headers.host?.replace(/:\d+$/, '');
  if (host !== LOOPBACK && host !== 'localhost') return void response.writeHead(421).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/style.css') {
    return void response
      .writeHead(200, { ...MAILBOX_HEADERS, 'Content-Type': 'text/css' })
      .end(MAILBOX_STYLE);
  }
  if (path === '/') return void response.writeHead(200, MAILBOX_HEADERS).end(listPage(store.newestFirst()));
  const mail = store.find(/^\/mails\/(\d+)$/.exec(path ?? '')?.[1] ?? '');
  const page = mail === undefined ? missingPage() : mailPage(mail);
  response.writeHead(mail === undefined ? 404 : 200, MAILBOX_HEADERS).end(page);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('The system gave no port.'));
    });
  });
}
