import { migrate } from '../migrate.js';
import { startServer } from '../server.js';
import { launchDemo } from './launch-demo.js';
import { seedDemo } from './seed.js';

// npm run demo. Ends the process itself: whatever still holds the event loop open has been told to stop.
process.exit(await launchDemo({ migrate, seedDemo, startServer }, process.env, console.log));
