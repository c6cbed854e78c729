import { migrate } from '../migrate.js';
import { type DemoParts, launchDemo } from './launch-demo.js';
import { seedDemo } from './seed.js';

const server = String(new URL('../server.js', import.meta.url));
const { startServer } = (await import(server)) as Pick<DemoParts, 'startServer'>;

// npm run demo. Ends the process itself: whatever still holds the event loop open has been told to stop.
process.exit(await launchDemo({ migrate, seedDemo, startServer }, process.env, console.log));
