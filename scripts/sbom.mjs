// npm run sbom: the software bill of materials (CycloneDX) of what a city runs: of the server, and of what is bundled into the
// console. Written below dist, since it belongs to a build and not to the sources.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installConsole } from './build-console.mjs';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'dist', 'sbom');
const PARTS = { server: ROOT, console: join(ROOT, 'web') };

installConsole();
mkdirSync(FOLDER, { recursive: true });
for (const [name, cwd] of Object.entries(PARTS)) {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'],
    { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`npm sbom failed for the ${name}:\n${stderr}`);
  const { components } = JSON.parse(stdout);
  writeFileSync(join(FOLDER, `${name}.cdx.json`), stdout);
  console.log(`dist/sbom/${name}.cdx.json: ${components.length} packages`);
}
