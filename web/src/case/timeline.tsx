import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';
import { type CaseAddress, useHistory } from './case-api.js';
import { stepInWords } from './step-in-words.js';

/** 办理过程 in plain Chinese; what is of interest to nobody but a technician is folded. */
export function Timeline({ address }: { address: CaseAddress }) {
  const words = useWords();
  const history = useHistory(address);
  const [open, setOpen] = useState(false);
  return (
    <Asked query={history}>
      {({ items: entries }) => {
        const hidden = entries.filter(({ folded }) => folded).length;
        const shown = open ? entries : entries.filter(({ folded }) => !folded);
        return (
          <>
            <ol style={{ margin: 0, paddingInlineStart: 20, display: 'grid', gap: 10 }}>
              {shown.map((step) => (
                <li key={step.seq}>
                  <span className="quiet">{monthDayTime(step.at)}</span> {stepInWords(step, address, words)}
                  {(step.values ?? []).map(({ name, label, text: said }) => (
                    <div key={name} className="said quiet">
                      {label}：{said}
                    </div>
                  ))}
                </li>
              ))}
            </ol>
            {hidden === 0 ? null : (
              <Button type="link" onClick={() => setOpen(!open)} style={{ paddingInline: 0 }}>
                {open ? words.filing.fold : words.filing.folded(hidden)}
              </Button>
            )}
          </>
        );
      }}
    </Asked>
  );
}
