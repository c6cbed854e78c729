// The built server as a process of its own. It ends with the jest worker that started it, whatever becomes of that.
import { readConfig } from '../../dist/src/platform/config.js';
import { startServer } from '../../dist/src/server.js';

process.once('disconnect', () => process.exit());
const { url } = await startServer(readConfig(process.env));
process.send({ url });
