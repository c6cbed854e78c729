import type { ReactNode } from 'react';

/** What may be wider than a phone is drawn along by a finger, or by the arrow keys of whoever has none. */
export function Along({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1).
    <section className="along" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
