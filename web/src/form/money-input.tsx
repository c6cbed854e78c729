import { Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useWords } from '../language/use-words.js';
import { wanOf, withSeparators, yuanFrom } from '../shell/money.js';

/** An amount, typed in 元 or 万元 with the other beside it. What is finer than a fen is refused, never rounded. */
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
  const amount = yuanFrom(typed, unit);
  const type = (text: string, as: 'yuan' | 'wan') => {
    setTyped(text);
    onChange?.(yuanFrom(text, as));
  };
  return (
    <>
      <Space.Compact style={{ width: '100%' }}>
        <Input
          id={id}
          inputMode="decimal"
          value={typed}
          status={typed !== '' && amount === undefined ? 'error' : ''}
          onChange={(event) => type(event.target.value, unit)}
        />
        <Select
          aria-label={words.draft.yuan}
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

function other(amount: string, unit: 'yuan' | 'wan', { yuan, wan }: { yuan: string; wan: string }): string {
  return unit === 'wan' ? `${withSeparators(amount)} ${yuan}` : `${withSeparators(wanOf(amount))} ${wan}`;
}
