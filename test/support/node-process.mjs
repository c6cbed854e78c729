// A node of a test of its own: like server-process.mjs, and it stops in order when it is told to.
import { readConfig } from '../../dist/src/platform/config.js';
import { startServer } from '../../dist/src/server.js';

process.once('disconnect', () => process.exit());
const server = await startServer(readConfig(process.env));
process.once('SIGTERM', () => server.close().then(() => process.exit(0)));
process.send({ url: server.url });
