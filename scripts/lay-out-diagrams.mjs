// Lays out the picture of every process into diagrams.json of a build: ELK takes a second a picture, which no request is to
// wait for, and the server needs no layout engine. What was laid out before for the same machine is kept.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ELK from 'elkjs/lib/elk.bundled.js';

/** `built` is the folder that was compiled into, `former` the build before it. */
async function layOutDiagrams(built, former) {
  const of = (file) => import(pathToFileURL(join(built, 'src', 'diagram', file)).href);
  const [{ DRAWN_PROCESSES }, { questionOf, layoutFrom }] = await Promise.all([
    of('drawn-processes.js'),
    of('layout.js'),
  ]);
  const old = existsSync(join(former, 'diagrams.json'))
    ? JSON.parse(readFileSync(join(former, 'diagrams.json'), 'utf8'))
    : [];
  const diagrams = [];
  for (const { graph, language, eventLabels, words } of DRAWN_PROCESSES) {
    const { process, version } = graph;
    const question = questionOf(graph, { eventLabels, words });
    const hash = createHash('sha256').update(JSON.stringify(question)).digest('hex');
    const isSame = (one) =>
      one.process === process && one.version === version && one.language === language && one.hash === hash;
    const known = old.find(isSame);
    diagrams.push(
      known ?? {
        ...{ process, version, language, hash },
        layout: layoutFrom(await new ELK().layout(question), graph),
      },
    );
  }
  writeFileSync(join(built, 'diagrams.json'), JSON.stringify(diagrams));
}

await layOutDiagrams(resolve(process.argv[2]), resolve(process.argv[3]));
