import { Space, Tag, Tooltip } from 'antd';
import { useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';
import { type CaseAddress, useExplanation } from './case-api.js';

/** 为什么: why it is here, what it waits for, until when and why that day. */
export function Why({ address, only }: { address: CaseAddress; only?: 'marks' }) {
  const words = useWords();
  const explanation = useExplanation(address);
  return (
    <Asked query={explanation}>
      {(explanation) => {
        const { summary, clocks } = explanation;
        const marks = 'marks' in explanation ? explanation.marks : [];
        const bankDate = 'bankDate' in explanation ? explanation.bankDate : null;
        return only === 'marks' ? (
          <Space wrap size={4}>
            {marks.map(({ code, label, clause }) => (
              <Tooltip key={code} title={clause ?? ''}>
                <Tag color="gold">{words.named.marks[code] ?? label}</Tag>
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
                  <strong>{words.named.clocks[name] ?? label}</strong> {text}
                </li>
              ))}
            </ul>
            {marks.length === 0 ? null : (
              <>
                <h3 style={{ fontSize: 14 }}>{words.filing.marks}</h3>
                <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                  {marks.map(({ code, label, clause }) => (
                    <li key={code}>
                      {words.named.marks[code] ?? label} <span className="quiet">{clause}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        );
      }}
    </Asked>
  );
}
