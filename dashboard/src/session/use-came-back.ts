import { useEffect, useEffectEvent } from 'react';
import { CAME_BACK } from './session';

/** Calls when the live connection is back after it was lost: what happened meanwhile was not told. */
export function useCameBack(callback: () => void): void {
  const latest = useEffectEvent(callback);
  useEffect(() => {
    const hear = () => latest();
    window.addEventListener(CAME_BACK, hear);
    return () => window.removeEventListener(CAME_BACK, hear);
  }, []);
}
