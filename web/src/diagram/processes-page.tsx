import { useQuery } from '@tanstack/react-query';
import { Card, Segmented, Tag } from 'antd';
import { useContext, useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { LanguageContext, useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';
import { Picture } from './diagram-part.js';

type Version = Schema<'ProcessesDto'>['items'][number];

/** 流程: every process of every version, as it is drawn and what was checked of it. */
export function ProcessesPage() {
  const words = useWords();
  const processes = useQuery({
    queryKey: ['processes'],
    queryFn: async () => (await answered(api.GET('/api/v1/processes'))).data.items,
  });
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.lead.processes}</h1>
      <p className="quiet">{words.diagram.intro}</p>
      <Asked query={processes}>{(versions) => <Versions versions={versions} />}</Asked>
    </div>
  );
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const words = useWords();
  const keyOf = ({ name, version }: Version) => `${name}@${String(version)}`;
  const [key, setKey] = useState(versions[0] === undefined ? '' : keyOf(versions[0]));
  const shown = versions.find((version) => keyOf(version) === key);
  return (
    <>
      <Segmented<string>
        className="along"
        value={key}
        onChange={setKey}
        options={versions.map((version) => ({
          value: keyOf(version),
          label: words.worklist.process[version.name],
        }))}
        style={{ marginBottom: 12 }}
      />
      {shown === undefined ? null : <OneVersion key={key} version={shown} />}
    </>
  );
}

function OneVersion({ version: { name, version, newest } }: { version: Version }) {
  const words = useWords();
  const { language } = useContext(LanguageContext);
  const path = { name, version: String(version) };
  const statements: Readonly<Record<string, string>> = words.diagram.statements;
  const diagram = useQuery({
    queryKey: ['processes', name, version, 'diagram', language],
    queryFn: async () =>
      (
        await answered(
          api.GET('/api/v1/processes/{name}/{version}/diagram', { params: { path, query: { language } } }),
        )
      ).data,
  });
  const proof = useQuery({
    queryKey: ['processes', name, version, 'proof'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/processes/{name}/{version}/proof', { params: { path } }))).data,
  });
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <span>
        <Tag>{words.diagram.version(version)}</Tag>
        {newest ? <Tag color="blue">{words.diagram.newest}</Tag> : null}
      </span>
      <Asked query={diagram}>
        {({ states }) => (
          <Picture
            source={`/api/v1/processes/${name}/${String(version)}/diagram.svg?language=${language}`}
            states={states}
            isWhole
          />
        )}
      </Asked>
      <Card size="small" title={words.diagram.proof}>
        <Asked query={proof}>
          {({ statements: proven, definitionHash }) => (
            <>
              <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                {proven.map(({ name: statement, label, holds, exceptions }) => (
                  <li key={statement}>
                    {statements[statement] ?? label}：
                    <strong>{holds ? words.diagram.holds : words.diagram.fails}</strong>
                    {exceptions.length === 0 ? null : `（${exceptions.join('、')}）`}
                  </li>
                ))}
              </ul>
              <p className="quiet" style={{ overflowWrap: 'anywhere', marginBottom: 0 }}>
                {words.diagram.hash} {definitionHash}
              </p>
            </>
          )}
        </Asked>
      </Card>
    </div>
  );
}
