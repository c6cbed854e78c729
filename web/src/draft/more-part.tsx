import { Alert, Collapse } from 'antd';
import { fieldsOf } from '../api/event-forms.js';
import { EventFields } from '../form/event-fields.js';
import { KnownContext } from '../form/known.js';
import { useWords } from '../language/use-words.js';
import { choicesOf } from './choices.js';
import { useOpen } from './field.js';

/** The rarer answers of a report, folded until somebody wants them or is asked for them. */
export function MorePart({ title, names }: { title: string; names: readonly string[] }) {
  const words = useWords();
  const { codes, fields: open, asked } = useOpen();
  const fields = fieldsOf('new', 'filings').filter(({ name }) => names.includes(name) && open.includes(name));
  if (fields.length === 0) return null;
  const remarks = asked.filter(({ pointer }) =>
    fields.some(({ name }) => pointer === `/${name}` || pointer?.startsWith(`/${name}/`)),
  );
  return (
    <Collapse
      style={{ marginBottom: 16 }}
      defaultActiveKey={remarks.length === 0 ? [] : ['more']}
      items={[
        {
          key: 'more',
          label: title,
          forceRender: true,
          children: (
            <KnownContext value={{ options: choicesOf(codes, words), names: words.answers }}>
              {remarks.map(({ text }) => (
                <Alert
                  key={text}
                  type="warning"
                  showIcon
                  title={`${words.draft.askedFor}：${text}`}
                  style={{ marginBottom: 8 }}
                />
              ))}
              <EventFields fields={fields} />
            </KnownContext>
          ),
        },
      ]}
    />
  );
}
