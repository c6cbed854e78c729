import type { ReactNode } from 'react';

/** What does not fit beside each other on a phone, drawn along by a finger or by keys. */
export function Along({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys (WCAG 2.1.1).
    <section className="along" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
