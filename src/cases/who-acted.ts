import type { Audience, EventActor } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { POST_LABELS } from '../codes/post-labels.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { readsAsOffice } from './case-description.js';
import type { WhoDto } from './who.dto.js';

const NAMES: Statement = {
  name: 'names-of-people',
  text: `select id, name from known_actor where jurisdiction = $1 and id = any($2::uuid[])
    and ($3::uuid is null or organization = $3)`,
};

/**
 * Names of those who acted, people and banks' systems. Offices read them all; a bank reads its own people's, and of an office the post: an opinion is the
 * office's, not a person's. The transaction is in engine scope, since people of other organizations are named too.
 */
export async function namesOf(
  tx: Transaction,
  actors: readonly EventActor[],
  { actor, audience }: { actor: Actor; audience: Audience },
): Promise<Map<string, string>> {
  const ids = actors.flatMap(({ person, onBehalfOf }) => [person ?? [], onBehalfOf ?? []].flat());
  if (ids.length === 0) return new Map();
  const onlyOf = readsAsOffice(audience) ? null : (actor.organization ?? null);
  const rows = await tx.query<{ id: string; name: string }>(NAMES, [
    actor.jurisdiction,
    [...new Set(ids)],
    onlyOf,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who acted, under the name that the organization bore on that day. */
export function whoActed(
  { kind, organization, role, person, onBehalfOf }: EventActor,
  day: string,
  names: ReadonlyMap<string, string>,
  reference: ReferenceData,
): WhoDto {
  return {
    kind,
    organization: organization === undefined ? null : reference.nameOn(organization, day),
    role: role ?? null,
    post: role === undefined ? null : POST_LABELS[role],
    person: person === undefined ? null : (names.get(person) ?? null),
    onBehalfOf: onBehalfOf === undefined ? null : (names.get(onBehalfOf) ?? null),
  };
}

/** 泉州晋鲤银行林晓晴（复核岗，代陈志远）; what no person did has no name. */
export function inWords({ organization, post, person, onBehalfOf }: WhoDto): string {
  const beside = [post, onBehalfOf === null ? null : `代${onBehalfOf}`].filter((part) => part !== null);
  return `${organization ?? ''}${person ?? ''}${beside.length === 0 ? '' : `（${beside.join('，')}）`}`;
}
