import type { ProofStatementDto } from './diagram.dto.js';
import { type GraphWay, type ProcessGraph } from './process-graph.js';

interface ProofQuestion {
  graph: ProcessGraph;
  /** Posts that are waited for, by state. */
  waitsFor: ReadonlyMap<string, readonly string[]>;
  labels: Readonly<Record<string, string>>;
}

/**
 * What can be said of a process from its machine alone, found anew at each request and not believed: guards aside, so that
 * a statement that holds here may still depend on a guard. The explorations of `workflows/proof` go further, at each build.
 */
export function proofOf({ graph, waitsFor, labels }: ProofQuestion): ProofStatementDto[] {
  const next = stepsOf(graph);
  const reached = reachedFrom([graph.initial], (state) => next.get(state) ?? []);
  const ends = graph.states.filter(({ name, final }) => final || (next.get(name) ?? []).length === 0);
  const before = reversed(next);
  const ending = reachedFrom(
    ends.map(({ name }) => name),
    (state) => before.get(state) ?? [],
  );
  return [
    statement('every-state-reachable', '每个状态都能从初始状态到达', unlessIn(reached, graph)),
    statement('every-state-can-end', '从每个状态都能到达终结', unlessIn(ending, graph)),
    statement(
      'nothing-waits-for-nobody',
      '每个未终结的状态都有办理岗位，或有期限，或由其他事项推进',
      graph.states
        .filter(
          ({ name, timed }) =>
            !timed &&
            !ends.some((end) => end.name === name) &&
            (waitsFor.get(name) ?? []).length === 0 &&
            !waysFrom(graph, name).some(({ mover }) => mover === 'case'),
        )
        .map(({ label }) => label),
    ),
    statement(
      'final-takes-nothing',
      '终结的状态不再办理任何事项',
      graph.states
        .filter(({ name, final }) => final && (next.get(name) ?? []).length > 0)
        .map(({ label }) => label),
    ),
    statement(
      'every-event-named',
      '每个推进流程的事项都有中文名称',
      graph.ways
        .flatMap(({ events }) => events)
        .filter((type) => !type.startsWith('xstate.') && type !== '' && labels[type] === undefined),
    ),
  ];
}

function statement(name: string, label: string, exceptions: readonly string[]): ProofStatementDto {
  return { name, label, holds: exceptions.length === 0, exceptions: [...new Set(exceptions)] };
}

function unlessIn(found: ReadonlySet<string>, { states }: ProcessGraph): string[] {
  return states.filter(({ name }) => !found.has(name)).map(({ label }) => label);
}

/** Its own ways and those of the frame around it. */
export function waysFrom({ ways, frames }: ProcessGraph, state: string): GraphWay[] {
  const frame = frames.find(({ states }) => states.includes(state));
  return ways.filter(({ from, to }) => (from === state || from === frame?.id) && to !== state);
}

function stepsOf(graph: ProcessGraph): Map<string, string[]> {
  return new Map(graph.states.map(({ name }) => [name, waysFrom(graph, name).map(({ to }) => to)]));
}

function reversed(next: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const before = new Map<string, string[]>();
  for (const [from, targets] of next) {
    for (const to of targets) before.set(to, [...(before.get(to) ?? []), from]);
  }
  return before;
}

function reachedFrom(starts: readonly string[], next: (state: string) => readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const state of reached) for (const each of next(state)) reached.add(each);
  return reached;
}
