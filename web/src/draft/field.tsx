import { Alert, Form } from 'antd';
import type { ComponentProps, ComponentType, ReactElement } from 'react';
import { createContext, use } from 'react';
import { useWords } from '../language/use-words.js';
import { YUAN } from '../shell/money.js';
import type { Codes } from './codes.js';

/** One remark of the notice that sent a report back. */
export interface Asked {
  pointer: string | null;
  text: string;
}

/** What may be filled in now: everything of a draft, of a report that was sent back what was asked for. */
export interface Open {
  codes: Codes;
  kind: string | null | undefined;
  fields: readonly string[];
  asked: readonly Asked[];
}

export const OpenFields = createContext<Open | undefined>(undefined);

/** The reasons whose clause explains a field before anything is wrong with it. */
const CLAUSES: Readonly<Record<string, string>> = {
  '/firm/creditCode': 'credit-code-invalid',
  '/firm/county': 'county-not-administered',
  '/relationContinues': 'relation-unanswered',
  '/amount': 'amount-differs-from-cut',
  '/actedOn': 'acted-in-future',
  '/ground/code': 'ground-missing',
  '/fiveNos/hasMarket': 'five-nos-unanswered',
  '/fiveNos/explanation': 'five-nos-unexplained',
  '/renewal/considered': 'renewal-not-considered',
};

type Path = (string | number)[];

/** One answer of a report: its name, whether it is owed, what it means and by which clause, and what was asked about it. */
export function Field({
  path,
  label,
  money = false,
  children,
  ...rest
}: {
  path: Path;
  label: string;
  money?: boolean;
  children: ReactElement<Record<string, unknown>>;
} & Omit<ComponentProps<typeof Form.Item>, 'name' | 'label' | 'children'>) {
  const words = useWords();
  const open = useOpen();
  if (!open.fields.includes(String(path[0]))) return null;
  const pointer = `/${path.join('/')}`;
  const remarks = open.asked.filter((remark) => remark.pointer === pointer);
  const help = (words.help as Readonly<Record<string, string>>)[pointer];
  const clause = open.codes.contentReasons.find(({ code }) => code === CLAUSES[pointer])?.clause;
  return (
    <Form.Item
      name={path}
      label={label}
      required={isOwed(open, pointer)}
      extra={help === undefined && clause === undefined ? undefined : <Help text={help} clause={clause} />}
      rules={money ? [{ pattern: YUAN, message: words.act.tooPrecise }] : []}
      {...rest}
    >
      {remarks.length === 0 ? (
        children
      ) : (
        <Remarked remarks={remarks.map(({ text }) => text)}>{children}</Remarked>
      )}
    </Form.Item>
  );
}

export function useOpen(): Open {
  const open = use(OpenFields);
  if (open === undefined) throw new Error('A field stands outside a report.');
  return open;
}

/** Whether anything of these fields may be filled in. */
export function useIsOpen(...names: string[]): boolean {
  const { fields } = useOpen();
  return names.some((name) => fields.includes(name));
}

/** Owed in every case of its kind; what is owed in some cases only is asked for when it is missing. */
export function owedAnswers({ codes, kind }: Open): string[] {
  return codes.requiredAnswers
    .filter(
      ({ when, orElse, kinds }) =>
        (when === null || when.code === 'notEmergency') &&
        orElse === null &&
        (kind == null || (kinds as readonly string[]).includes(kind)),
    )
    .map(({ pointer }) => pointer);
}

function isOwed(open: Open, pointer: string): boolean {
  return owedAnswers(open).includes(pointer.replace(/\/\d+(\/|$)/, '/*$1'));
}

function Help({ text, clause }: { text: string | undefined; clause: string | undefined }) {
  return (
    <span style={{ fontSize: 13 }}>
      {text}
      {clause === undefined ? null : `（${clause}）`}
    </span>
  );
}

/** Form.Item hands value and handlers to its only child: they go on to the input. */
function Remarked({
  remarks,
  children,
  ...handed
}: {
  remarks: readonly string[];
  children: ReactElement<Record<string, unknown>>;
}) {
  const words = useWords();
  const { type: Input, props } = children;
  const Any = Input as ComponentType<Record<string, unknown>>;
  return (
    <>
      {remarks.map((text) => (
        <Alert
          key={text}
          type="warning"
          showIcon
          title={`${words.draft.askedFor}：${text}`}
          style={{ marginBottom: 8 }}
        />
      ))}
      <Any {...props} {...handed} />
    </>
  );
}
