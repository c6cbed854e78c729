import { Button } from 'antd';
import { useContext, useRef, useState } from 'react';
import type { Schema } from '../api/client.js';
import { type CaseAddress, usePart } from '../case/case-api.js';
import { LanguageContext, useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';
import './diagram.css';

type State = Schema<'Diagram'>['states'][number];

/** 流程图 of a case, and the same in words for whoever does not see it. */
export function CaseDiagram({ address: { path, id } }: { address: CaseAddress }) {
  const { language } = useContext(LanguageContext);
  const diagram = usePart<Schema<'Diagram'>>({ path, id }, `diagram?language=${language}`);
  return (
    <Asked query={diagram}>
      {({ states }) => {
        // Drawn anew when the case has moved, and kept while it has not.
        const moved = states.map(({ place }) => place?.at(0)).join('');
        const source = `/api/v1/${path}/${id}/diagram.svg?language=${language}`;
        return <Picture key={moved} source={source} states={states} />;
      }}
    </Asked>
  );
}

/** A picture that is larger than a page is moved within its own frame, by finger, wheel or keys. */
export function Picture({
  source,
  states,
  isWhole = false,
}: {
  source: string;
  states: readonly State[];
  /** The process as a whole is looked at, and not a place in it. */
  isWhole?: boolean;
}) {
  const words = useWords();
  const frame = useRef<HTMLElement>(null);
  const [fits, setFits] = useState(isWhole);
  const look = fits ? 'diagram fits' : 'diagram';
  // Where the case is, is what somebody looks for.
  const show = () => {
    const centre = states.find(({ place }) => place === 'current')?.centre;
    const shown = frame.current;
    if (centre === undefined || shown === null) return;
    shown.scrollTo({ left: centre.x - shown.clientWidth / 2, top: centre.y - shown.clientHeight / 2 });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys (WCAG 2.1.1). */}
      <section ref={frame} className={look} aria-label={words.diagram.title} tabIndex={0}>
        <img src={source} alt={words.diagram.alt} onLoad={show} />
      </section>
      <div className="no-print">
        <Button type="link" onClick={() => setFits(!fits)}>
          {fits ? words.diagram.full : words.diagram.fit}
        </Button>
        <Button type="link" href={source} target="_blank" rel="noreferrer">
          {words.diagram.open}
        </Button>
      </div>
      <details>
        <summary>{words.diagram.words}</summary>
        <ol style={{ display: 'grid', gap: 8, marginTop: 8 }}>
          {states.map((state) => (
            <StateInWords key={state.name} state={state} />
          ))}
        </ol>
      </details>
    </>
  );
}

function StateInWords({ state: { label, place, final, parts, ways, clause } }: { state: State }) {
  const words = useWords();
  return (
    <li aria-current={place === 'current' ? 'step' : undefined}>
      <strong>{label}</strong>
      {place === null || place === 'ahead' ? null : words.diagram.aside(words.diagram.place[place] ?? place)}
      {final ? words.diagram.aside(words.diagram.ends) : null}
      {clause === null ? null : <span className="quiet"> {clause}</span>}
      {parts.length === 0 ? null : <div>{parts.join(words.diagram.between)}</div>}
      {ways.map(({ to, toLabel, events }) => (
        <div key={to} className="quiet">
          {words.diagram.leads(toLabel, events.join(words.diagram.among))}
        </div>
      ))}
    </li>
  );
}
