import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, type InputRef, Modal, Tag } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { pageOf } from '../case/case-api.js';
import { useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';
import { useSettled } from './settled.js';
import './palette.css';

type Hit = Schema<'SearchHits'>['items'][number];

/** Shorter wishes find too much. */
const LEAST = 2;

/** 查找 from anywhere, by Ctrl-K. */
export function Palette() {
  const words = useWords();
  const [open, setOpen] = useState(false);
  // Before the page is painted: whoever sees it may press the keys.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button size="small" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        {words.lead.search} <kbd className="only-wide">Ctrl K</kbd>
      </Button>
      {open ? <Finder close={() => setOpen(false)} /> : null}
    </>
  );
}

function Finder({ close }: { close(): void }) {
  const words = useWords();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const wish = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['search', wish],
    enabled: wish.length >= LEAST,
    placeholderData: (before) => before,
    queryFn: async () =>
      (await answered(api.GET('/api/v1/search', { params: { query: { q: wish } } }))).data.items,
  });
  const hits = wish.length < LEAST ? [] : (found.data ?? []);
  const go = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    close();
    void navigate({ to: hit.kind === 'firm' ? `/firms/${hit.id}` : pageOf(hit.kind, hit.id) });
  };
  return (
    <Modal
      open
      title={words.lead.search}
      footer={null}
      onCancel={close}
      destroyOnHidden
      // The frame takes the focus while it opens; whoever pressed Ctrl-K is typing already.
      transitionName=""
      afterOpenChange={(isOpen) => isOpen && input.current?.focus()}
    >
      <Input
        ref={input}
        autoFocus
        role="combobox"
        aria-label={words.search.hint}
        aria-expanded={hits.length > 0}
        aria-controls="found"
        aria-activedescendant={hits.length === 0 ? undefined : `found-${String(chosen)}`}
        placeholder={words.search.hint}
        value={typed}
        maxLength={50}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setChosen((at) => Math.min(at + 1, hits.length - 1));
          else if (event.key === 'ArrowUp') setChosen((at) => Math.max(at - 1, 0));
          // While an input method composes, Enter is its own.
          else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(hits[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <div style={{ marginTop: 12, minHeight: 60 }} aria-live="polite">
        {wish.length < LEAST ? (
          <span className="quiet">{words.search.short}</span>
        ) : (
          <Asked query={found}>
            {(items) =>
              items.length === 0 ? (
                <span className="quiet">{words.search.none}</span>
              ) : (
                <Hits hits={items} chosen={chosen} go={go} />
              )
            }
          </Asked>
        )}
      </div>
    </Modal>
  );
}

function Hits({ hits, chosen, go }: { hits: readonly Hit[]; chosen: number; go(hit: Hit): void }) {
  const words = useWords();
  return (
    <div id="found" role="listbox" aria-label={words.search.results} className="found">
      {hits.map((hit, index) => (
        // The keys are the input's: it keeps the focus, and says which of these is meant.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above moves through these and opens them.
        <div
          key={`${hit.kind} ${hit.id}`}
          id={`found-${String(index)}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onClick={() => go(hit)}
        >
          <Tag>{hit.kind === 'firm' ? words.search.firm : words.worklist.process[hit.kind]}</Tag>
          <strong>{hit.title}</strong> <span className="quiet">{hit.detail}</span>
          {hit.stateLabel === null ? null : <div className="quiet">{hit.stateLabel}</div>}
        </div>
      ))}
    </div>
  );
}
