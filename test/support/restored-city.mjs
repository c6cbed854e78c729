// A city that was put back from a backup: the embedded PostgreSQL of its home and a node over one of its databases, in one
// process that stops both when it is told to.
import { readConfig } from '../../dist/src/platform/config.js';
import { startPostgres } from '../../dist/src/platform/embedded-postgres/start-postgres.js';
import { startServer } from '../../dist/src/server.js';

const { RESTORED_DATABASE, ...environment } = process.env;
const postgres = await startPostgres({ home: environment.WENDAI_HOME, durable: false });
const urlOf = (url) => Object.assign(new URL(url), { pathname: `/${RESTORED_DATABASE}` }).href;
const stop = async () => {
  await server?.close();
  await postgres.stop();
  process.exit();
};
let server;
process.once('disconnect', stop);
process.once('SIGTERM', stop);
server = await startServer(readConfig({ ...environment, DATABASE_URL: urlOf(postgres.appUrl) }));
process.send({ url: server.url, readerUrl: urlOf(postgres.readerUrl) });
