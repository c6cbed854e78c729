import type { AnyStateNode } from 'xstate';
import type { ProcessDefinition, ProcessName, StateMeta } from '../../workflows/process.js';

/** Who moves a case along a way: somebody's act, time, another case, or nothing but the end of the parts of a state. */
export type Mover = 'act' | 'clock' | 'case' | 'itself';

export interface GraphState {
  name: string;
  label: string;
  clause: string | null;
  final: boolean;
  /** Some clock is answered here, even if it only reminds somebody. */
  timed: boolean;
  /** The parts of a state that run side by side, such as the two bureaus' reviews. */
  parts: readonly string[];
}

/** States that take some events alike. Never shown by itself: a frame without a name. */
export interface GraphFrame {
  id: string;
  states: readonly string[];
}

export interface GraphWay {
  /** A state, or the frame around several. */
  from: string;
  to: string;
  mover: Mover;
  /** Types of the events that lead this way. */
  events: readonly string[];
}

/** A process as people see it: its contractual states and the ways between them. */
export interface ProcessGraph {
  process: ProcessName;
  version: number;
  initial: string;
  states: readonly GraphState[];
  frames: readonly GraphFrame[];
  ways: readonly GraphWay[];
}

export const FRAME = 'frame:';

/** One event that leads from one place to another. */
interface Step {
  from: string;
  to: string;
  event: string;
}

/** Read off the machine itself, so that no picture can differ from what runs. */
export function graphOf({ name, version, machine }: ProcessDefinition): ProcessGraph {
  const root: AnyStateNode = machine.root;
  const frames = everythingUnder(root).filter(isFrame).map(frameOf);
  return {
    process: name,
    version,
    initial: idOf(entryOf(root)),
    states: statesUnder(root).map(stateOf),
    frames,
    ways: waysOf(frames.reduce(liftedTo, stepsIn(root))),
  };
}

function stepsIn(root: AnyStateNode): Step[] {
  const open = statesUnder(root).filter(({ type }) => type !== 'final');
  return everythingUnder(root).flatMap((node) => {
    const place = placeOf(node);
    // What the machine as a whole takes is taken in every state that is not final.
    const starts = (place === undefined ? open : [place]).map(idOf);
    const taken = [...node.transitions.values()].flat();
    return taken.flatMap(({ eventType, target }) =>
      (target ?? []).flatMap((aim) => {
        const to = idOf(entryOf(aim));
        return starts.filter((from) => from !== to).map((from) => ({ from, to, event: eventType }));
      }),
    );
  });
}

/** What leads from every state of a frame to one place alike leads there from the frame. */
function liftedTo(steps: readonly Step[], { id, states }: GraphFrame): Step[] {
  const isCommon = ({ to, event }: Step) =>
    states.every((from) =>
      steps.some((each) => each.from === from && each.to === to && each.event === event),
    );
  return steps.map((step) => (states.includes(step.from) && isCommon(step) ? { ...step, from: id } : step));
}

function waysOf(steps: readonly Step[]): GraphWay[] {
  const ways = new Map<string, { from: string; to: string; mover: Mover; events: Set<string> }>();
  for (const { from, to, event } of steps) {
    const mover = moverOf(event);
    const key = `${from}>${to}>${mover}`;
    const way = ways.get(key) ?? { from, to, mover, events: new Set<string>() };
    way.events.add(event);
    ways.set(key, way);
  }
  return [...ways.values()].map((way) => ({ ...way, events: [...way.events] }));
}

/** The contractual states are the outermost that bear a label; what lies inside one is the machine's own matter. */
function statesUnder(node: AnyStateNode): AnyStateNode[] {
  return metaOf(node) === undefined ? childrenOf(node).flatMap(statesUnder) : [node];
}

function everythingUnder(node: AnyStateNode): AnyStateNode[] {
  return [node, ...childrenOf(node).flatMap(everythingUnder)];
}

/** The contractual state or the frame in which a node lies; undefined for the machine as a whole. */
function placeOf(node: AnyStateNode): AnyStateNode | undefined {
  const around = pathTo(node);
  return around.find((each) => metaOf(each) !== undefined) ?? around.findLast(isFrame);
}

function pathTo(node: AnyStateNode): AnyStateNode[] {
  return node.parent === undefined ? [node] : [...pathTo(node.parent), node];
}

/** Where a case is that comes to a node: a frame is entered by its first state. */
function entryOf(node: AnyStateNode): AnyStateNode {
  const place = pathTo(node).find((each) => metaOf(each) !== undefined);
  if (place !== undefined) return place;
  const [first] = node.initial.target ?? [];
  if (first === undefined) throw new Error(`${node.id} has neither a label nor a first state.`);
  return entryOf(first);
}

function isFrame(node: AnyStateNode): boolean {
  const outside = pathTo(node).every((each) => metaOf(each) === undefined);
  return outside && node.parent !== undefined && childrenOf(node).length > 0;
}

function frameOf(node: AnyStateNode): GraphFrame {
  return { id: idOf(node), states: statesUnder(node).map(({ key }) => key) };
}

function stateOf(node: AnyStateNode): GraphState {
  const { label, clause } = metaOf(node) ?? { label: node.key };
  return {
    name: node.key,
    label,
    clause: clause ?? null,
    final: node.type === 'final',
    timed: [...pathTo(node), ...everythingUnder(node)].some(({ transitions }) =>
      [...transitions.keys()].some((type) => moverOf(type) === 'clock'),
    ),
    parts: node.type === 'parallel' ? childrenOf(node).map(({ key }) => key) : [],
  };
}

function idOf(node: AnyStateNode): string {
  return isFrame(node) ? `${FRAME}${node.key}` : node.key;
}

function moverOf(eventType: string): Mover {
  if (eventType === '' || eventType.startsWith('xstate.')) return 'itself';
  if (eventType.startsWith('DEADLINE.')) return 'clock';
  return eventType.includes('.') ? 'case' : 'act';
}

function metaOf(node: AnyStateNode): StateMeta | undefined {
  return node.meta;
}

function childrenOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states);
}
