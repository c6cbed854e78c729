import { Radio } from 'antd';
import { useWords } from '../language/use-words.js';

export function YesNo(props: { value?: boolean; onChange?(event: unknown): void }) {
  const words = useWords();
  return (
    <Radio.Group
      {...props}
      options={[
        { value: true, label: words.act.yes },
        { value: false, label: words.act.no },
      ]}
    />
  );
}
