import { EVENT_LABELS } from '../../workflows/coordination/coordination.labels.js';
import { mayRead } from '../../workflows/filing/filing.audiences.js';
import type { Audience, Role } from '../../workflows/process.js';
import { formatYuan } from '../../workflows/rules/fen.js';
import type { CaseDescription } from '../cases/case-description.js';
import type { CaseDescriptions } from '../cases/case-descriptions.js';
import { waitingPosts } from '../cases/waiting-posts.js';
import type { ReferenceData } from '../directory/reference-data.js';
import { rowLabel } from '../filing/read/state-label.js';
import { wordsOf } from '../notice/notice-texts.js';
import { civilDay, shanghai } from '../platform/instant.js';
import { lightOf } from './light.js';
import { myTurn } from './my-turn.js';
import type { StandstillClockDto, WorklistItemDto } from './worklist.dto.js';
import type { WorklistReader } from './worklist-reader.js';
import type { RowClock, WorklistRow } from './worklist-row.js';

/** Everything beside the row that its line is made of. */
export interface ItemSetting {
  reader: WorklistReader;
  audience: Audience;
  reference: ReferenceData;
  now: Date;
  nearUntil: string;
  /** Of the reader's own organization. */
  names: ReadonlyMap<string, string>;
  /** Whether the list is the reader's own work. */
  isTodo: boolean;
  descriptions: CaseDescriptions;
}

export function itemOf(row: WorklistRow, clocks: readonly RowClock[], setting: ItemSetting): WorklistItemDto {
  const { audience, reference, now, nearUntil } = setting;
  const today = civilDay(now);
  const description = setting.descriptions.of(row.process);
  const visible = clocks.filter(({ name }) => description.seesClock(audience, name));
  const { dueAt } = row;
  const isFiling = row.process === 'filing';
  const since = waitingSince(row, visible, setting.reader);
  return {
    id: row.id,
    process: row.process,
    number: row.number,
    unfiled: isFiling && row.number === null,
    ...forOffices(row, audience),
    bank: isFiling
      ? { key: reference.organization(row.ownerOrg).key, name: reference.nameOn(row.ownerOrg, today) }
      : null,
    firm: row.firm ?? { creditCode: row.creditCode, name: row.firmName, county: row.county },
    kind: row.kind,
    amount: row.amountFen === null ? null : formatYuan(BigInt(row.amountFen)),
    plannedDate: row.plannedOn,
    actedOn: row.actedOn,
    bankDate: row.bankDate,
    receivedAt: row.receivedAt === null ? null : shanghai(row.receivedAt),
    marks: [...(row.marks ?? []), ...row.officeMarks],
    state: row.state,
    stateLabel: isFiling ? rowLabel(row) : description.stateLabel(row.state),
    waitsFor: waitingPosts(
      { ...row, organizationsOf: placesOf(row, reference), reader: setting.reader.organization },
      audience,
      reference,
      today,
    ),
    dueAt: dueAt === null ? null : shanghai(dueAt),
    workingDaysLeft: dueAt === null ? null : reference.calendar.between(today, civilDay(dueAt)),
    light: lightOf(dueAt, now, nearUntil),
    waitingSince: since,
    workingDaysWaited: reference.calendar.between(since, today),
    standsStill: standsStill(visible, description),
    ...ofThisList(row, setting, description),
  };
}

function forOffices(row: WorklistRow, audience: Audience): Pick<WorklistItemDto, 'lane' | 'registerNumber'> {
  if (!mayRead(audience, 'office')) return {};
  return {
    ...(row.lane === null ? {} : { lane: row.lane }),
    ...(row.registerNumber === null ? {} : { registerNumber: row.registerNumber }),
  };
}

/** What one list alone tells: whose turn it is, what was done last, who began it, what was copied. */
function ofThisList(
  row: WorklistRow,
  { reader, names, isTodo }: ItemSetting,
  { eventLabels }: CaseDescription,
): Partial<WorklistItemDto> {
  if (isTodo) return { myTurn: myTurn(awaited(row), reader, names), ...asked(row) };
  if (row.actType !== undefined && row.actAt !== undefined) {
    return {
      lastAct: { type: row.actType, label: eventLabels[row.actType] ?? row.actType, at: shanghai(row.actAt) },
    };
  }
  if (row.template !== undefined && row.copiedAt !== undefined) {
    const { title } = wordsOf(row.template, row.noticeData ?? {});
    return { copy: { id: row.sortId, template: row.template, title, at: shanghai(row.copiedAt) } };
  }
  if (row.createdBy === undefined) return {};
  const name = row.createdBy === null ? undefined : names.get(row.createdBy);
  return { createdBy: row.createdBy === null || name === undefined ? null : { id: row.createdBy, name } };
}

/** Whom the line waits for: a report in coordination asks its bank beside the posts that the case itself waits for. */
function awaited({ asksFor, waitsFor }: WorklistRow): readonly Role[] {
  if (asksFor === undefined) return waitsFor;
  return [asksFor === 'CONFIRM_OUTCOME' ? 'bank.checker' : 'bank.maker'];
}

function asked({ asksFor }: WorklistRow): Pick<WorklistItemDto, 'asksFor'> {
  return asksFor === undefined ? {} : { asksFor: { type: asksFor, label: EVENT_LABELS[asksFor] } };
}

/** The day on which the reader's own clock, or else the case, began to wait. */
function waitingSince(
  row: WorklistRow,
  clocks: readonly RowClock[],
  { clocks: own }: WorklistReader,
): string {
  const [since] = clocks
    .filter(({ name }) => own.includes(name))
    .map(({ armedOn }) => armedOn)
    .sort();
  return since ?? civilDay(row.updatedAt);
}

function standsStill(
  clocks: readonly RowClock[],
  { clocks: known, stopLabels }: CaseDescription,
): StandstillClockDto | null {
  const stops = clocks
    .filter(({ name, status }) => status === 'stopped' && Object.hasOwn(known, name))
    .flatMap(({ stops: all }) => all.filter(({ until }) => until === null));
  const [first] = stops.sort((a, b) => (a.from < b.from ? -1 : 1));
  return first === undefined
    ? null
    : { since: first.from, cause: first.cause, label: stopLabels[first.cause] ?? '暂停计时' };
}

/** Of the organizations that a case waits at, those of a post's own kind. */
function placesOf(
  { waitsAt }: WorklistRow,
  reference: ReferenceData,
): (role: Role) => readonly string[] | undefined {
  return (role) => {
    const kind = role.split('.')[0];
    const places = waitsAt?.filter((id) => reference.organization(id).kind === kind) ?? [];
    return places.length === 0 ? undefined : places;
  };
}
