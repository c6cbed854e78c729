import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import type { Codes } from './codes.js';
import type { DraftForm } from './draft-content.js';

/** The firm: found in the directory, or named for the first time. */
export function FirmPart({ codes }: { codes: Codes }) {
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
    <>
      <Form.Item label={words.firm.find}>
        <Select
          showSearch={{ filterOption: false, onSearch: setTyped }}
          options={(firms.data ?? []).map(({ id, name, creditCode }) => ({
            value: id,
            label: `${name} ${creditCode}`,
          }))}
          onChange={(id: string) => {
            const firm = firms.data?.find((each) => each.id === id);
            if (firm !== undefined) {
              form.setFieldsValue({ creditCode: firm.creditCode, name: firm.name, county: firm.county });
            }
          }}
        />
      </Form.Item>
      <Form.Item name="creditCode" label={words.draft.creditCode}>
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name="name" label={words.draft.name}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="county" label={words.draft.county}>
        <Select options={codes.counties.map(({ key, name }) => ({ value: key, label: name }))} />
      </Form.Item>
    </>
  );
}
