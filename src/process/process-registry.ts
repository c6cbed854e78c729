import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { ProcessDefinition, ProcessName } from '../../workflows/process.js';
import type { ProcessShell } from './process-shell.js';

/** Every version of every process that cases of this node may be pinned to. Features register theirs at the start. */
@Injectable()
export class ProcessRegistry {
  private readonly shells = new Map<string, ProcessShell>();
  private readonly hashes = new Map<ProcessName, string>();

  register(shell: ProcessShell): void {
    const { name, version } = shell.definition;
    if (this.shells.has(`${name}@${String(version)}`)) {
      throw new Error(`${name}@${String(version)} is registered twice.`);
    }
    this.shells.set(`${name}@${String(version)}`, shell);
  }

  shell(name: ProcessName, version: number): ProcessShell {
    const shell = this.shells.get(`${name}@${String(version)}`);
    if (shell === undefined) {
      throw new Error(`${name}@${String(version)} is unknown to this node: it is older than the case.`);
    }
    return shell;
  }

  /** The version under which new cases are born. */
  newest(name: ProcessName): ProcessShell {
    const newest = this.find(name);
    if (newest === undefined) throw new Error(`No process is called ${name}.`);
    return newest;
  }

  /** The same, or undefined for a process that this node does not have. */
  find(name: string): ProcessShell | undefined {
    const versions = this.all().filter(({ definition }) => definition.name === name);
    return versions.sort((a, b) => b.definition.version - a.definition.version)[0];
  }

  all(): ProcessShell[] {
    return [...this.shells.values()];
  }

  /**
   * What a case was judged by: the hash of every file that its process rests on, as it runs here. It is written into each
   * log entry, so that nobody need believe a version number alone.
   */
  hashOf({ name }: ProcessDefinition): string {
    const known = this.hashes.get(name);
    if (known !== undefined) return known;
    const hash = hashOfSources([name, 'rules', 'calendar']);
    this.hashes.set(name, hash);
    return hash;
  }
}

const WORKFLOWS = fileURLToPath(new URL('../../workflows/', import.meta.url));

function hashOfSources(folders: readonly string[]): string {
  const present = folders.filter((folder) => existsSync(join(WORKFLOWS, folder)));
  const files = present.flatMap((folder) =>
    readdirSync(join(WORKFLOWS, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  );
  const vocabulary = ['process.js', 'process.ts'].filter((file) => existsSync(join(WORKFLOWS, file)));
  const hash = createHash('sha256');
  for (const file of [...files, ...vocabulary].filter((name) => /\.(js|ts)$/.test(name)).sort()) {
    hash.update(`${file}\0${readFileSync(join(WORKFLOWS, file), 'utf8')}\0`);
  }
  return hash.digest('hex');
}
