import { committee1 } from '../../workflows/committee/committee.js';
import { EVENT_LABELS as COMMITTEE } from '../../workflows/committee/committee.labels.js';
import { coordination1 } from '../../workflows/coordination/coordination.js';
import { EVENT_LABELS as COORDINATION } from '../../workflows/coordination/coordination.labels.js';
import { filing1 } from '../../workflows/filing/filing.js';
import { EVENT_LABELS as FILING } from '../../workflows/filing/filing.labels.js';
import { inquiry1 } from '../../workflows/inquiry/inquiry.js';
import { EVENT_LABELS as INQUIRY } from '../../workflows/inquiry/inquiry.labels.js';
import type { ProcessDefinition } from '../../workflows/process.js';
import { resolution1 } from '../../workflows/resolution/resolution.js';
import { EVENT_LABELS as RESOLUTION } from '../../workflows/resolution/resolution.labels.js';
import { support1 } from '../../workflows/support/support.js';
import { EVENT_LABELS as SUPPORT } from '../../workflows/support/support.labels.js';
import { graphOf, type ProcessGraph } from './process-graph.js';

interface DrawnProcess {
  graph: ProcessGraph;
  /** What an event is called, by its type. */
  eventLabels: Readonly<Record<string, string>>;
}

/** Every version of every process that cases may be pinned to, as it is drawn. */
export const DRAWN_PROCESSES: readonly DrawnProcess[] = [
  drawn(filing1, FILING),
  drawn(coordination1, COORDINATION),
  drawn(support1, SUPPORT),
  drawn(committee1, COMMITTEE),
  drawn(resolution1, RESOLUTION),
  drawn(inquiry1, INQUIRY),
];

// A definition knows its own context and events; a picture is made of its machine alone.
function drawn(
  definition: Pick<ProcessDefinition, 'name' | 'version' | 'machine'>,
  eventLabels: Readonly<Record<string, string>>,
): DrawnProcess {
  return { graph: graphOf(definition as ProcessDefinition), eventLabels };
}
