import { readConfig } from '../dist/src/platform/config.js';
import { startServer } from '../dist/src/server.js';

process.once('disconnect', () => process.exit());
const { url } = await startServer(readConfig(process.env));
process.send({ url });
