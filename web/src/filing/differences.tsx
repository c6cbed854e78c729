import { Card } from 'antd';
import type { Schema } from '../api/client.js';
import { useCodes } from '../draft/codes.js';
import { nameOfAnswer, spoken } from '../draft/spoken.js';
import { useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';

type Difference = NonNullable<Schema<'Filing'>['changes']>['differences'][number];

/** What has changed since the last version, field by field: before struck, after lit. */
export function Differences({ title, of }: { title: string; of: readonly Difference[] }) {
  const words = useWords();
  const codes = useCodes();
  return (
    <Card size="small" title={title}>
      {of.length === 0 ? <span className="quiet">{words.filing.unchanged}</span> : null}
      <Asked query={codes}>
        {(known) => (
          <dl className="facts">
            {of.map(({ pointer, before, after }) => (
              <div key={pointer}>
                <dt className="quiet">{nameOfAnswer(pointer, words)}</dt>
                <dd className="said">
                  <del>{spoken(pointer, before, { codes: known, words })}</del>{' '}
                  <ins>{spoken(pointer, after, { codes: known, words })}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Asked>
    </Card>
  );
}
