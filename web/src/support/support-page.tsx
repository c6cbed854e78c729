import { Link, useParams } from '@tanstack/react-router';
import { Tag } from 'antd';
import type { Schema } from '../api/client.js';
import { pageOf, useCase } from '../case/case-api.js';
import { CasePage } from '../case/case-page.js';
import { Facts } from '../case/facts.js';
import { stateName } from '../case/state-name.js';
import { KnownContext } from '../form/known.js';
import { useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';
import { useKnownOfSupports } from './known-of-supports.js';

type Support = Schema<'Support'>;

/** 帮扶事项: one owner, one date, what is asked and what came of it. */
export function SupportPage() {
  const { id } = useParams({ from: '/shell/supports/$id' });
  const support = useCase<Support>({ path: 'supports', id });
  return (
    <div className="page">
      <Asked query={support}>{({ data, version }) => <OneSupport support={data} version={version} />}</Asked>
    </div>
  );
}

function OneSupport({ support, version }: { support: Support; version: string }) {
  const words = useWords();
  const { id, type, typeLabel, lateness, owner, dueOn, firm, input, result, parent, clause } = support;
  const values = (fields: Support['input']) =>
    Object.fromEntries(
      fields.map(({ name, label, text }) => [
        words.named.supportFields[name] ?? label,
        <span key={name} className="said">
          {text}
        </span>,
      ]),
    );
  const known = useKnownOfSupports(type);
  return (
    <KnownContext value={known}>
      <CasePage
        address={{ path: 'supports', id }}
        version={version}
        title={words.named.supports[type] ?? typeLabel}
        state={stateName(words, 'support', support)}
        tags={lateness === null ? null : <Tag color="red">{words.cases.lateness[lateness]}</Tag>}
      >
        <Facts
          title={words.cases.facts}
          said={{
            [words.worklist.firm]: firm === null ? null : `${firm.name} ${firm.creditCode}`,
            [words.cases.owner]: owner.organization.name,
            [words.worklist.due]: dueOn,
            [words.filing.clause]: clause,
            ...values(input),
            [words.cases.parent]:
              parent == null ? null : (
                <Link to={pageOf(parent.process, parent.id)}>{words.worklist.process[parent.process]}</Link>
              ),
          }}
        />
        {result === null ? null : <Facts title={words.cases.result} said={values(result)} />}
      </CasePage>
    </KnownContext>
  );
}
