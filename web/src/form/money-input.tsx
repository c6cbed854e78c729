import { Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useWords } from '../language/use-words.js';
import { wanOf, withSeparators, yuanFrom } from '../shell/money.js';

/**
 * An amount, typed in 元 or 万元 with the other beside it. What is finer than a fen is refused, never rounded: it is handed on
 * as it was typed, so that the form that holds it refuses it too.
 */
export function MoneyInput({
  value,
  onChange,
  id,
}: {
  value?: string;
  onChange?(yuan: string | undefined): void;
  id?: string;
}) {
  const words = useWords();
  const [unit, setUnit] = useState<'yuan' | 'wan'>('yuan');
  const [typed, setTyped] = useState(value ?? '');
  const [given, setGiven] = useState(value);
  // Somebody else has put an amount in: a draft that is read again.
  if (value !== given) {
    setGiven(value);
    if (value !== handedOn(typed, unit)) setTyped(shownAs(value, unit));
  }
  const amount = yuanFrom(typed, unit);
  const type = (text: string, as: 'yuan' | 'wan') => {
    setTyped(text);
    onChange?.(handedOn(text, as));
  };
  return (
    <>
      <Space.Compact style={{ width: '100%' }}>
        <Input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          status={typed !== '' && amount === undefined ? 'error' : ''}
          onChange={(event) => type(event.target.value, unit)}
        />
        <Select
          aria-label={words.draft.unit}
          value={unit}
          style={{ width: 96 }}
          onChange={(next: 'yuan' | 'wan') => {
            setUnit(next);
            type(typed, next);
          }}
          options={[
            { value: 'yuan', label: words.draft.yuan },
            { value: 'wan', label: words.draft.wan },
          ]}
        />
      </Space.Compact>
      <div className="quiet amount" aria-live="polite" style={{ minHeight: 22 }}>
        {typed === '' ? '' : amount === undefined ? words.act.tooPrecise : other(amount, unit, words.draft)}
      </div>
    </>
  );
}

function handedOn(typed: string, unit: 'yuan' | 'wan'): string | undefined {
  return typed.trim() === '' ? undefined : (yuanFrom(typed, unit) ?? typed);
}

function shownAs(amount: string | undefined, unit: 'yuan' | 'wan'): string {
  if (amount === undefined || amount === null) return '';
  return unit === 'wan' ? wanOf(amount) : amount;
}

function other(amount: string, unit: 'yuan' | 'wan', { yuan, wan }: { yuan: string; wan: string }): string {
  return unit === 'wan' ? `${withSeparators(amount)} ${yuan}` : `${withSeparators(wanOf(amount))} ${wan}`;
}
