import { Card, Tag } from 'antd';
import { useExplanation } from '../case/case-api.js';
import { useWords } from '../language/use-words.js';

/** 规则核对: which rules bear on this report, with the figures that were compared, the clause and the policy's version. */
export function RulesPart({ filing }: { filing: string }) {
  const words = useWords();
  const explanation = useExplanation({ path: 'filings', id: filing }).data;
  const rules = explanation !== undefined && 'rules' in explanation ? explanation.rules : [];
  if (rules.length === 0) return null;
  return (
    <Card size="small" title={words.filing.rules}>
      <ul className="plain">
        {rules.map(({ code, label, text, clause, policy }) => (
          <li key={code}>
            <Tag>{words.named.rules[code] ?? label}</Tag>
            {text === null ? null : <span className="amounts">{text}</span>}
            <div className="quiet">
              {clause === null ? '' : `${clause} · `}
              {words.filing.policyVersion(policy)}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
