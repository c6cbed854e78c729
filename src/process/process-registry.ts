import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ProcessDefinition, ProcessName } from '../../workflows/process.js';
import type { ProcessShell } from './process-shell.js';

/** Every version of every process that cases of this node may be pinned to. Features register theirs at the start. */
@Injectable()
export class ProcessRegistry {
  private readonly shells = new Map<string, ProcessShell>();
  private readonly hashes = new Map<ProcessDefinition, string>();

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
    const versions = this.all().filter(({ definition }) => definition.name === name);
    const newest = versions.sort((a, b) => b.definition.version - a.definition.version)[0];
    if (newest === undefined) throw new Error(`No process is called ${name}.`);
    return newest;
  }

  all(): ProcessShell[] {
    return [...this.shells.values()];
  }

  /** What a case was judged by: the machine's states and transitions, and the source of each guard and assignment. */
  hashOf(definition: ProcessDefinition): string {
    let found = this.hashes.get(definition);
    if (found === undefined) {
      found = hash('sha256', describe(definition), 'hex');
      this.hashes.set(definition, found);
    }
    return found;
  }
}

function describe({ name, version, machine, guards }: ProcessDefinition): string {
  const sources = (things: Record<string, unknown>) =>
    Object.entries(things)
      .map(([key, thing]) => `${key}: ${sourceOf(thing)}`)
      .sort();
  const judges = Object.fromEntries(
    Object.entries(guards).map(([type, list]) => [
      type,
      (list ?? []).map((guard) => `${guard.name} ${guard.judge.toString()}`).join('\n'),
    ]),
  );
  return JSON.stringify([
    name,
    version,
    machine.config,
    sources(machine.implementations.guards),
    sources(machine.implementations.actions),
    sources(judges),
  ]);
}

function sourceOf(thing: unknown): string {
  if (typeof thing !== 'function') return String(thing);
  // `assign(…)` wraps what was written; the wrapper keeps it as `assignment`.
  return 'assignment' in thing ? sourceOfAssignment(thing.assignment) : thing.toString();
}

function sourceOfAssignment(assignment: unknown): string {
  if (typeof assignment !== 'object' || assignment === null) return String(assignment);
  return Object.entries(assignment)
    .map(([key, value]) => `${key} = ${String(value)}`)
    .join('\n');
}
