import { Button, Card, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { use, useState } from 'react';
import type { Field } from '../api/event-forms.js';
import { useWords } from '../language/use-words.js';
import type { Words } from '../language/zh.js';
import { PhrasedText } from '../phrases/phrased-text.js';
import { YUAN } from '../shell/money.js';
import { DayInput } from './day-input.js';
import { FileHash } from './file-hash.js';
import { KnownContext, type Option } from './known.js';
import { MoneyInput } from './money-input.js';

/** Longer texts get a box. */
const LONG = 200;

/** The form of an event, made of the fields that the server's document names. */
export function EventFields({
  fields,
  path = [],
  pointer = '',
}: {
  fields: readonly Field[];
  /** Where they stand in the form; inside a list, from the list on. */
  path?: (string | number)[];
  /** Where they stand in what is sent. */
  pointer?: string;
}) {
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      path={[...path, field.name]}
      pointer={`${pointer}/${field.name}`}
    />
  ));
}

interface Placed {
  field: Field;
  path: (string | number)[];
  pointer: string;
}

function OneField({ field, path, pointer }: Placed) {
  const words = useWords();
  const { choices } = field;
  const known = use(KnownContext);
  const options = known.options?.[field.name]?.filter(
    ({ value }) => choices === undefined || choices.includes(value),
  );
  const label = known.names?.[pointer] ?? labelOf(field, words);
  if (field.kind === 'group' && !field.required)
    return <MayBeAdded field={field} path={path} pointer={pointer} label={label} />;
  if (field.kind === 'group') {
    return (
      <Card size="small" title={label} style={{ marginBottom: 12 }}>
        <EventFields fields={field.fields ?? []} path={path} pointer={pointer} />
      </Card>
    );
  }
  if (field.kind === 'list' || (field.kind === 'texts' && options === undefined))
    return <Several field={field} path={path} pointer={pointer} label={label} />;
  return (
    <Form.Item
      name={path}
      label={label}
      rules={[
        ...(field.required ? [{ required: true, message: words.act.asked }] : []),
        ...(field.kind === 'money' ? [{ pattern: YUAN, message: words.act.tooPrecise }] : []),
      ]}
    >
      {options === undefined ? (
        inputFor(field, words)
      ) : (
        <Named options={options} several={field.kind === 'texts'} isOwed={field.required} />
      )}
    </Form.Item>
  );
}

/** A sheet that may be left out as a whole: what it asks for is owed only once somebody begins it. */
function MayBeAdded({ field, path, pointer, label }: Placed & { label: string }) {
  const words = useWords();
  const form = Form.useFormInstance();
  const [begun, setBegun] = useState(() => form.getFieldValue(path) !== undefined);
  if (!begun) {
    return (
      <Button style={{ marginBottom: 12 }} onClick={() => setBegun(true)}>
        {words.act.addSheet(label)}
      </Button>
    );
  }
  const leaveOut = () => {
    form.setFieldValue(path, undefined);
    setBegun(false);
  };
  return (
    <Card
      size="small"
      title={label}
      style={{ marginBottom: 12 }}
      extra={
        <Button size="small" onClick={leaveOut}>
          {words.act.remove}
        </Button>
      }
    >
      <EventFields fields={field.fields ?? []} path={path} pointer={pointer} />
    </Card>
  );
}

/** What is named by an id is chosen by its name. Form.Item hands value and handler to its only child. */
function Named({
  options,
  several,
  isOwed,
  ...handed
}: {
  options: readonly Option[];
  several: boolean;
  isOwed: boolean;
}) {
  return (
    <Select
      {...handed}
      options={[...options]}
      {...(several ? { mode: 'multiple' } : {})}
      allowClear={!isOwed}
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}

function inputFor(field: Field, words: Words) {
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          // A dozen choices are all there, for whoever reads them aloud too.
          virtual={false}
          allowClear={!field.required}
          options={(field.choices ?? []).map((value, place) => ({
            value,
            label: choiceLabel(field, value, place, words),
          }))}
        />
      );
    case 'day':
      return <DayInput />;
    case 'money':
      return <MoneyInput />;
    case 'hash':
      return <FileHash />;
    case 'yesNo':
      return (
        <Radio.Group
          options={[
            { value: true, label: words.act.yes },
            { value: false, label: words.act.no },
          ]}
        />
      );
    case 'whole':
      return <InputNumber precision={0} style={{ width: '100%' }} />;
    default:
      return (field.most ?? 0) > LONG ? <PhrasedText most={field.most} /> : <Input maxLength={field.most} />;
  }
}

/** Texts one under the other, or a list of small groups. */
function Several({ field, path, pointer, label }: Placed & { label: string }) {
  const words = useWords();
  return (
    <Form.Item label={label} required={field.required}>
      <Form.List name={path} initialValue={field.required ? [field.kind === 'texts' ? '' : {}] : []}>
        {(items, { add, remove }) => (
          <>
            {items.map(({ key, name }) => (
              <div key={key} style={{ display: 'flex', gap: 8, alignItems: 'start', marginBottom: 8 }}>
                <div style={{ flex: 1 }}>
                  {field.kind === 'texts' ? (
                    <Form.Item name={name} noStyle>
                      <Input.TextArea rows={2} aria-label={`${label} ${String(name + 1)}`} />
                    </Form.Item>
                  ) : (
                    <EventFields fields={field.fields ?? []} path={[name]} pointer={`${pointer}/*`} />
                  )}
                </div>
                {items.length > (field.required ? 1 : 0) ? (
                  <Button onClick={() => remove(name)}>{words.act.remove}</Button>
                ) : null}
              </div>
            ))}
            {items.length < (field.most ?? 1) ? (
              <Button onClick={() => add(field.kind === 'texts' ? '' : {})}>{words.act.add}</Button>
            ) : null}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** The same name may stand for a whole sheet in one form and for one answer in another. */
function labelOf({ name, kind, label }: Field, words: Words): string {
  const known: Readonly<Record<string, string>> = words.fields;
  return known[`${name} ${kind}`] ?? known[name] ?? label ?? name;
}

/** A description that names each choice in order is its labels: 「无意见、建议暂缓、启动协调」. */
function choiceLabel({ label, choices = [] }: Field, value: string, place: number, words: Words): string {
  const known: Readonly<Record<string, string>> = { ...words.positions, ...words.offices, ...words.choices };
  if (known[value] !== undefined) return known[value];
  const named = label?.split('、') ?? [];
  return named.length === choices.length ? (named[place] ?? value) : value;
}

/** What the server told, as the inputs of a form have it: days are days, and groups go on alike. */
export function filledWith(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind, fields: inner = [] }) => {
      const value = values[name];
      if (value === undefined || value === null) return [];
      if (kind === 'day') return [[name, dayjs(value as string)]];
      if (kind === 'group') return [[name, filledWith(inner, value as Record<string, unknown>)]];
      if (kind === 'list')
        return [[name, (value as Record<string, unknown>[]).map((item) => filledWith(inner, item))]];
      return [[name, value]];
    }),
  );
}

/** What was filled in, as the server reads it: days as text, and nothing that was left empty. */
export function payloadOf(
  fields: readonly Field[],
  values: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = said(field, values[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function said(field: Field, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  switch (field.kind) {
    case 'day':
      return (value as Dayjs).format('YYYY-MM-DD');
    case 'texts': {
      const texts = (value as string[]).map((text) => (text ?? '').trim()).filter((text) => text !== '');
      return texts.length === 0 && !field.required ? undefined : texts;
    }
    case 'list': {
      const items = (value as Record<string, unknown>[]).map((item) =>
        payloadOf(field.fields ?? [], item ?? {}),
      );
      const told = items.filter((item) => Object.keys(item).length > 0);
      return told.length === 0 && !field.required ? undefined : told;
    }
    case 'group': {
      const group = payloadOf(field.fields ?? [], value as Record<string, unknown>);
      return Object.keys(group).length === 0 && !field.required ? undefined : group;
    }
    default:
      return value;
  }
}
