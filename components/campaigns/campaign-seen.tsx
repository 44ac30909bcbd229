// Tells once that a section came into view: shown on a page that nobody scrolled to is not shown.
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface SeenOnceProps {
  readonly children: ReactNode;
  readonly onSeen: () => void;
}

export function SeenOnce({ children, onSeen }: SeenOnceProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const tell = useRef<(() => void) | null>(onSeen);
  // The policy with the campaign may come after the section.
  useEffect(() => {
    if (tell.current !== null) tell.current = onSeen;
  }, [onSeen]);
  useEffect(() => {
    if (element.current === null || tell.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      tell.current?.();
      tell.current = null;
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={element}>{children}</div>;
}
