import { Space, Tag, Tooltip } from 'antd';
import { useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';
import { useExplanation } from './case-queries.js';

/** 为什么: why it is here, what it waits for, until when and why that day. */
export function Why({ id, only }: { id: string; only?: 'marks' }) {
  const words = useWords();
  const explanation = useExplanation(id);
  return (
    <Asked query={explanation}>
      {({ summary, clocks, bankDate, marks }) =>
        only === 'marks' ? (
          <Space wrap size={4}>
            {marks.map(({ code, label, clause }) => (
              <Tooltip key={code} title={clause ?? ''}>
                <Tag color="gold">{label}</Tag>
              </Tooltip>
            ))}
          </Space>
        ) : (
          <>
            <p style={{ marginTop: 0 }}>{summary}</p>
            {bankDate === null ? null : (
              <p>
                <strong>{words.filing.bankDate}</strong> {bankDate.text}
              </p>
            )}
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {clocks.map(({ name, label, text }) => (
                <li key={name}>
                  <strong>{label}</strong> {text}
                </li>
              ))}
            </ul>
            {marks.length === 0 ? null : (
              <>
                <h3 style={{ fontSize: 14 }}>{words.filing.marks}</h3>
                <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                  {marks.map(({ code, label, clause }) => (
                    <li key={code}>
                      {label} <span className="quiet">{clause}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )
      }
    </Asked>
  );
}
