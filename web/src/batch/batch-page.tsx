import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Empty, Input, Progress, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { LicenceWarning } from '../form/licence-words.js';
import { useWords } from '../language/use-words.js';
import { PhrasedText } from '../phrases/phrased-text.js';
import { Asked } from '../shell/trouble.js';
import { isMeant, Row } from './batch-row.js';
import { type Answer, opine, type Position } from './opine.js';

type Item = Schema<'WorklistItemDto'>;

/** As many as anybody can answer for at once. */
const MOST = 50;
const POSITIONS: readonly Position[] = ['noObjection', 'suggestDeferral', 'coordinate'];

/** 一般件批量反馈: one opinion for routine cases that are alike, each recorded by itself, an answer for every row. */
export function BatchPage() {
  const words = useWords();
  const [at, setAt] = useState(0);
  const list = useInfiniteQuery({
    queryKey: ['batch'],
    initialPageParam: '',
    queryFn: async ({ pageParam }) => {
      const query = {
        tab: 'todo',
        lane: 'routine',
        limit: MOST,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      } as const;
      return (await answered(api.GET('/api/v1/worklist', { params: { query } }))).data;
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // A row with its answer stays until the page is left, whatever is told meanwhile.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const turn = async () => {
    if (list.data?.pages[at + 1] === undefined) await list.fetchNextPage();
    setAt(at + 1);
  };
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.lead.batch}</h1>
      <p className="quiet">{words.batch.intro}</p>
      <Asked query={list}>
        {({ pages }) => {
          const open = (pages[at]?.items ?? []).filter(
            ({ process, state }) => process === 'filing' && state === 'reviewing',
          );
          return (
            <>
              {open.length === 0 ? <Empty description={words.batch.none} /> : <Batch key={at} items={open} />}
              <Space style={{ marginTop: 16 }}>
                {at > 0 ? <Button onClick={() => setAt(at - 1)}>{words.batch.back}</Button> : null}
                {at + 1 < pages.length || list.hasNextPage ? (
                  <Button loading={list.isFetchingNextPage} onClick={() => void turn()}>
                    {words.batch.next(MOST)}
                  </Button>
                ) : null}
              </Space>
            </>
          );
        }}
      </Asked>
    </div>
  );
}

function Batch({ items }: { items: readonly Item[] }) {
  const words = useWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [position, setPosition] = useState<Position>('noObjection');
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [progress, setProgress] = useState<{ done: number; all: number }>();
  const keys = useRef(new Map<string, string>());
  const [wanted, setWanted] = useState('');
  const shown = items.filter((item) => isMeant(item, wanted.trim()));
  const open = shown.filter(({ id }) => answers[id]?.ok !== true);
  const toSend = open.filter(({ id }) => chosen.has(id));
  const busy = progress !== undefined && progress.done < progress.all;
  const choose = (id: string, wanted: boolean) => {
    const next = new Set(chosen);
    if (wanted) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const submit = async () => {
    setProgress({ done: 0, all: toSend.length });
    // One after the other: each is a decision of its own, and one that fails stops no other.
    for (const [index, { id }] of toSend.entries()) {
      const answer = await opine({ id, keys: keys.current }, { position, text: text.trim() }, words);
      setAnswers((before) => ({ ...before, [id]: answer }));
      setProgress({ done: index + 1, all: toSend.length });
    }
    setChosen(new Set());
    await queries.invalidateQueries({ queryKey: ['worklist'], refetchType: 'none' });
  };
  return (
    <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
      <Input
        allowClear
        aria-label={words.batch.filter}
        placeholder={words.batch.filter}
        value={wanted}
        maxLength={50}
        style={{ maxWidth: 360 }}
        onChange={({ target }) => setWanted(target.value)}
      />
      <Checkbox
        checked={open.length > 0 && toSend.length === open.length}
        indeterminate={toSend.length > 0 && toSend.length < open.length}
        disabled={busy}
        onChange={({ target }) => setChosen(new Set(target.checked ? open.map(({ id }) => id) : []))}
      >
        {words.batch.all} <span className="quiet">{words.batch.chosen(toSend.length)}</span>
      </Checkbox>
      <ul className="rows">
        {shown.map((item) => (
          <Row
            key={item.id}
            item={item}
            answer={answers[item.id]}
            chosen={chosen.has(item.id)}
            choose={busy ? undefined : (wanted) => choose(item.id, wanted)}
          />
        ))}
      </ul>
      <div style={{ display: 'grid', gap: 8, maxWidth: 720 }}>
        <Select<Position>
          aria-label={words.fields['position']}
          value={position}
          onChange={setPosition}
          options={POSITIONS.map((value) => ({ value, label: words.positions[value] }))}
        />
        <label htmlFor="batch-text">{words.batch.text}</label>
        <PhrasedText id="batch-text" most={5_000} value={text} onChange={setText} />
        <LicenceWarning text={text} />
        <div>
          <Button
            type="primary"
            loading={busy}
            disabled={toSend.length === 0 || text.trim() === ''}
            onClick={() => void submit()}
          >
            {words.batch.submit(toSend.length)}
          </Button>{' '}
          {toSend.length > 0 && text.trim() === '' ? (
            <span className="quiet">{words.batch.asked}</span>
          ) : null}
        </div>
        {progress === undefined ? null : (
          <div role="status">
            {words.batch.progress(progress.done, progress.all)}
            <Progress
              percent={Math.round((100 * progress.done) / progress.all)}
              showInfo={false}
              aria-label={words.batch.result}
            />
          </div>
        )}
      </div>
    </Space>
  );
}
