import { useSession } from '../session/session.js';
import { monthDayTime, shanghaiNow } from '../shell/day.js';
import './mark.css';

const MARKS_OF_A_PAGE = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];

/** 水印: who took this, and when, on every sheet of it. The footer says the same to those who cannot see. */
export function Mark({ onPaper = false }: { onPaper?: boolean }) {
  const session = useSession().data;
  const text = `${session?.name ?? ''} ${session?.login ?? ''} ${monthDayTime(shanghaiNow())}`;
  return (
    <div className={onPaper ? 'mark paper' : 'mark'} aria-hidden>
      {MARKS_OF_A_PAGE.map((place) => (
        <span key={place} data-text={text} />
      ))}
    </div>
  );
}
