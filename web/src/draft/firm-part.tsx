import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import type { DraftForm } from './draft-content.js';
import { Field, useIsOpen, useOpen } from './field.js';

/** The firm: found in the directory, or named for the first time. */
export function FirmPart({ chosen }: { chosen(): void }) {
  const words = useWords();
  const { codes } = useOpen();
  return (
    <>
      {useIsOpen('firm') ? <FirmSearch chosen={chosen} /> : null}
      <Field path={['firm', 'creditCode']} label={words.draft.creditCode}>
        <Input maxLength={30} autoComplete="off" />
      </Field>
      <Field path={['firm', 'name']} label={words.draft.name}>
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <Field path={['firm', 'county']} label={words.draft.county}>
        <Select options={codes.counties.map(({ key, name }) => ({ value: key, label: name }))} />
      </Field>
    </>
  );
}

function FirmSearch({ chosen }: { chosen(): void }) {
  const words = useWords();
  const form = Form.useFormInstance<DraftForm>();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const firms = useQuery({
    queryKey: ['firms', 'choice', wanted],
    enabled: wanted.length > 1,
    placeholderData: (before) => before,
    queryFn: async () => {
      const query = /^[0-9A-Za-z]+$/.test(wanted) ? { creditCode: wanted } : { name: wanted };
      return (await answered(api.GET('/api/v1/firms', { params: { query: { limit: 10, ...query } } }))).data
        .items;
    },
  });
  return (
    <Form.Item label={words.firm.find} htmlFor="find-firm">
      <Select
        id="find-firm"
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={(firms.data ?? []).map(({ id, name, creditCode }) => ({
          value: id,
          label: `${name} ${creditCode}`,
        }))}
        onChange={(id: string) => {
          const firm = firms.data?.find((each) => each.id === id);
          if (firm === undefined) return;
          const { creditCode, name, county } = firm;
          form.setFieldsValue({ firm: { creditCode, name, county } });
          chosen();
        }}
      />
    </Form.Item>
  );
}
