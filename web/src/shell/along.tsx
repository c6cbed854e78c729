import { type ReactNode, useCallback } from 'react';

interface What {
  label: string;
  /** The newest stands last, and is seen first. */
  fromTheEnd?: boolean;
  children: ReactNode;
}

/** What does not fit beside each other on a phone, drawn along by a finger or by keys. */
export function Along({ label, fromTheEnd = false, children }: What) {
  const toTheEnd = useCallback((section: HTMLElement | null) => {
    if (section !== null) section.scrollLeft = section.scrollWidth;
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys (WCAG 2.1.1).
    <section className="along" aria-label={label} tabIndex={0} ref={fromTheEnd ? toTheEnd : null}>
      {children}
    </section>
  );
}
