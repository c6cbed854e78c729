import { Alert } from 'antd';
import { Answers, isAnswered } from '../filing/answers.js';
import { useWords } from '../language/use-words.js';
import { contentOf, type DraftForm } from './draft-content.js';
import { owedAnswers, useOpen } from './field.js';
import { nameOfAnswer } from './spoken.js';
import { Threshold } from './threshold.js';

/** 核对: everything once more, as the offices will read it, and what is still owed, before it goes to the checker. */
export function CheckPart({ values }: { values: DraftForm }) {
  const words = useWords();
  const open = useOpen();
  const content = contentOf(values);
  const missing = owedAnswers(open).filter((pointer) => !isThere(content, pointer));
  return (
    <>
      {missing.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={words.draft.missing(missing.map((pointer) => nameOfAnswer(pointer, words)).join('、'))}
          style={{ marginBottom: 16 }}
        />
      )}
      <Answers content={content} codes={open.codes} />
      <Threshold values={values} />
    </>
  );
}

// What is asked of each loan is there when each has its own.
function isThere(value: unknown, pointer: string): boolean {
  const [, first, ...rest] = pointer.split('/');
  if (first === undefined) return isAnswered(value);
  if (typeof value !== 'object' || value === null) return false;
  const below = rest.length === 0 ? '' : `/${rest.join('/')}`;
  if (first === '*')
    return Array.isArray(value) && value.length > 0 && value.every((each) => isThere(each, below));
  return isThere((value as Record<string, unknown>)[first], below);
}
