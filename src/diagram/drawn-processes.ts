import { COMMITTEE_IN_ENGLISH } from '../../workflows/committee/committee.english.js';
import { committee1 } from '../../workflows/committee/committee.js';
import { EVENT_LABELS as COMMITTEE } from '../../workflows/committee/committee.labels.js';
import { COORDINATION_IN_ENGLISH } from '../../workflows/coordination/coordination.english.js';
import { coordination1 } from '../../workflows/coordination/coordination.js';
import { EVENT_LABELS as COORDINATION } from '../../workflows/coordination/coordination.labels.js';
import { FILING_IN_ENGLISH } from '../../workflows/filing/filing.english.js';
import { filing1 } from '../../workflows/filing/filing.js';
import { EVENT_LABELS as FILING } from '../../workflows/filing/filing.labels.js';
import { INQUIRY_IN_ENGLISH } from '../../workflows/inquiry/inquiry.english.js';
import { inquiry1 } from '../../workflows/inquiry/inquiry.js';
import { EVENT_LABELS as INQUIRY } from '../../workflows/inquiry/inquiry.labels.js';
import type { ProcessDefinition } from '../../workflows/process.js';
import { RESOLUTION_IN_ENGLISH } from '../../workflows/resolution/resolution.english.js';
import { resolution1 } from '../../workflows/resolution/resolution.js';
import { EVENT_LABELS as RESOLUTION } from '../../workflows/resolution/resolution.labels.js';
import { SUPPORT_IN_ENGLISH } from '../../workflows/support/support.english.js';
import { support1 } from '../../workflows/support/support.js';
import { EVENT_LABELS as SUPPORT } from '../../workflows/support/support.labels.js';
import type { Naming } from './arrows.js';
import { type Language, PICTURE_WORDS } from './picture-words.js';
import { type GraphState, graphOf, type ProcessGraph } from './process-graph.js';

interface DrawnProcess extends Naming {
  graph: ProcessGraph;
  language: Language;
}

type Labels<Key extends string = string> = Readonly<Record<Key, string>>;

/** Every version of every process that cases may be pinned to, as it is drawn in each language. */
export const DRAWN_PROCESSES: readonly DrawnProcess[] = [
  ...drawn(filing1, FILING, FILING_IN_ENGLISH),
  ...drawn(coordination1, COORDINATION, COORDINATION_IN_ENGLISH),
  ...drawn(support1, SUPPORT, SUPPORT_IN_ENGLISH),
  ...drawn(committee1, COMMITTEE, COMMITTEE_IN_ENGLISH),
  ...drawn(resolution1, RESOLUTION, RESOLUTION_IN_ENGLISH),
  ...drawn(inquiry1, INQUIRY, INQUIRY_IN_ENGLISH),
];

// A definition knows its own context and events; a picture is made of its machine alone.
function drawn<Event extends string>(
  definition: Pick<ProcessDefinition, 'name' | 'version' | 'machine'>,
  chinese: Labels<Event>,
  english: { states: Labels; events: Labels<Event> },
): DrawnProcess[] {
  const graph = graphOf(definition as ProcessDefinition);
  return [
    { graph, language: 'zh', eventLabels: chinese, words: PICTURE_WORDS.zh },
    {
      graph: { ...graph, states: graph.states.map((state) => inEnglish(state, english.states)) },
      language: 'en',
      eventLabels: english.events,
      words: PICTURE_WORDS.en,
    },
  ];
}

function inEnglish(state: GraphState, labels: Labels): GraphState {
  const label = labels[state.name];
  if (label === undefined) throw new Error(`${state.name} has no English name.`);
  return { ...state, label };
}
