// node scripts/run.mjs <compiled file>: builds what changed, then runs the file in this very process. Without a shell in
// between, a signal reaches the program itself.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfChanged } from './build.mjs';

const [file, ...args] = process.argv.slice(2);
buildIfChanged();
const path = resolve(import.meta.dirname, '..', file);
process.argv = [process.argv[0], path, ...args];
await import(pathToFileURL(path).href);
