import type { Role } from '../../workflows/process.js';
import { capacityAmong } from '../access/actor.js';
import type { MyTurnDto } from './worklist.dto.js';
import type { WorklistReader } from './worklist-reader.js';

/**
 * In which capacity the reader would act: an own post before a lent one. Whoever has only lent ones sees from whom, and
 * says for whom when it acts.
 */
export function myTurn(
  waitsFor: readonly Role[],
  { actor, roles }: WorklistReader,
  names: ReadonlyMap<string, string>,
): MyTurnDto {
  const capacity = capacityAmong(actor, waitsFor);
  const role = capacity?.role ?? waitsFor.find((each) => roles.includes(each)) ?? 'bank.maker';
  if (capacity?.onBehalfOf === undefined) return { role, onBehalfOf: [] };
  const lenders = actor.delegated.filter((lent) => lent.role === role).map(({ from }) => from);
  return { role, onBehalfOf: [...new Set(lenders)].map((id) => ({ id, name: names.get(id) ?? '' })) };
}
