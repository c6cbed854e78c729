// Replays every case of a database from its log, and prints those whose stored state is another: an empty list is right.
// A process of its own, since it runs the built product.
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { loggedEvent } from '../../dist/src/process/replay.js';
import { committee1 } from '../../dist/workflows/committee/committee.js';
import { coordination1 } from '../../dist/workflows/coordination/coordination.js';
import { filing1 } from '../../dist/workflows/filing/filing.js';
import { inquiry1 } from '../../dist/workflows/inquiry/inquiry.js';
import { apply, begin } from '../../dist/workflows/process.js';
import { resolution1 } from '../../dist/workflows/resolution/resolution.js';
import { support1 } from '../../dist/workflows/support/support.js';

const DEFINITIONS = {
  'coordination@1': coordination1,
  'support@1': support1,
  'filing@1': filing1,
  'committee@1': committee1,
  'resolution@1': resolution1,
  'inquiry@1': inquiry1,
};

const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
const { rows: cases } = await client.query(
  'select id, process, version, value, context, status, state, seq from process_case order by id',
);
const { rows: entries } = await client.query(`
  select e.case_id, e.seq, e.body, v."values" from log_entry e join log_value v on v.entry_id = e.id
  where e.kind = 'transition' order by e.case_id, e.seq`);
await client.end();

const different = cases.flatMap((stored) => {
  const definition = DEFINITIONS[`${stored.process}@${stored.version}`];
  if (definition === undefined) return [];
  const logged = entries.filter(({ case_id }) => case_id === stored.id);
  const replayed = replay(definition, logged);
  return isDeepStrictEqual(replayed, shapeOf(stored)) ? [] : [{ stored: shapeOf(stored), replayed }];
});
process.stdout.write(JSON.stringify({ replayed: cases.length, different }));

function replay(definition, logged) {
  const [opened, ...events] = logged.map(loggedEvent);
  let snapshot = begin(definition, opened.payload).next;
  for (const event of events) snapshot = apply(definition, snapshot, event).next;
  const { value, context } = snapshot;
  const status = snapshot.status === 'active' ? 'active' : 'done';
  return asJson({ value, context, status, state: definition.stateOf(snapshot), seq: logged.at(-1).seq });
}

function shapeOf({ value, context, status, state, seq }) {
  return asJson({ value, context, status, state, seq });
}

function asJson(value) {
  return JSON.parse(JSON.stringify(value));
}
