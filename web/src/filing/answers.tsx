import { Card } from 'antd';
import { Fragment, type ReactNode } from 'react';
import type { Schema } from '../api/client.js';
import { type Field, fieldsOf } from '../api/event-forms.js';
import { type Codes, useCodes } from '../draft/codes.js';
import { nameOfAnswer, spoken } from '../draft/spoken.js';
import { useWords } from '../language/use-words.js';
import { Along } from '../shell/along.js';
import { Asked } from '../shell/trouble.js';

type Filing = Schema<'Filing'>;
type Group = Readonly<Record<string, unknown>>;

/** What stands above already, where a reader looks first. */
const ABOVE = ['firm', 'kind', 'before', 'after', 'amount', 'plannedDate', 'actedOn', 'contact'];

/** 报告详情: every other answer of a filed report. */
export function Details({ filing }: { filing: Filing }) {
  const words = useWords();
  const codes = useCodes();
  return (
    <Card size="small" title={words.filing.details}>
      <Asked query={codes}>{(known) => <Answers content={filing} codes={known} without={ABOVE} />}</Asked>
    </Card>
  );
}

/** Answers in the order of the form; what was left open is left out. */
export function Answers({
  content,
  codes,
  without = [],
}: {
  content: object;
  codes: Codes;
  without?: readonly string[];
}) {
  const words = useWords();
  const told = content as Group;
  const say = (pointer: string, value: unknown) => spoken(pointer, value, { codes, words });
  return (
    <dl className="facts">
      {fieldsOf('new', 'filings')
        .filter(({ name }) => !without.includes(name) && isAnswered(told[name]))
        .map((field) => (
          <Answer key={field.name} field={field} pointer={`/${field.name}`} say={say}>
            {told[field.name]}
          </Answer>
        ))}
    </dl>
  );
}

interface Told {
  field: Field;
  pointer: string;
  say(pointer: string, value: unknown): string;
  children: unknown;
}

function Answer({ field, pointer, say, children: value }: Told) {
  const words = useWords();
  if (field.kind === 'group') {
    return (field.fields ?? [])
      .filter(({ name }) => isAnswered((value as Group)[name]))
      .map((inner) => (
        <Fragment key={inner.name}>
          <Answer field={inner} pointer={`${pointer}/${inner.name}`} say={say}>
            {(value as Group)[inner.name]}
          </Answer>
        </Fragment>
      ));
  }
  return (
    <div className={field.kind === 'list' ? 'lined' : undefined}>
      <dt className="quiet">{nameOfAnswer(pointer, words)}</dt>
      <dd className="said">
        {field.kind === 'list' ? (
          <Rows field={field} pointer={pointer} say={say}>
            {value}
          </Rows>
        ) : (
          say(pointer, value)
        )}
      </dd>
    </div>
  );
}

/** Loans, instalments, earlier measures: one line each, and only the columns in which something stands. */
function Rows({ field, pointer, say, children }: Told): ReactNode {
  const words = useWords();
  const rows = children as readonly Group[];
  const columns = (field.fields ?? []).filter(({ name }) => rows.some((row) => isAnswered(row[name])));
  return (
    <Along label={nameOfAnswer(pointer, words)}>
      <table className="lines">
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {nameOfAnswer(`${pointer}/*/${name}`, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {columns.map(({ name, kind }) => (
                <td key={name} className={kind === 'money' ? 'amount' : undefined}>
                  {isAnswered(row[name]) ? say(`${pointer}/*/${name}`, row[name]) : '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Along>
  );
}

export function isAnswered(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.values(value).some(isAnswered);
}
