import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { WordId } from '../generated/word-ids';
import { isTyping, readShortcut } from './read-shortcut';

export interface Shortcut {
  /** A small Latin letter, `/`, `?`, or a key's name such as Enter. */
  readonly press: string;
  readonly says: WordId;
  readonly act: () => void;
  /** Absent from the help, and not heard, while it is false. */
  readonly when?: boolean;
}

interface Layers {
  add(layer: () => readonly Shortcut[]): () => void;
  /** What can be pressed now, of the topmost layer first. */
  all(): readonly Shortcut[];
}

const LayersContext = createContext<Layers | null>(null);

/** Hears the keys of the whole page. A screen's shortcuts stand before the desk's. */
export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const layers = useRef<(() => readonly Shortcut[])[]>([]);
  const value = useMemo(
    (): Layers => ({
      add(layer) {
        layers.current = [layer, ...layers.current];
        return () => void (layers.current = layers.current.filter((each) => each !== layer));
      },
      all: () => layers.current.flatMap((layer) => layer()).filter(({ when }) => when !== false),
    }),
    [],
  );
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      // A dialog has the keys to itself, and Enter on a button or link is a click.
      if (document.querySelector('[aria-modal="true"]')) return;
      const press = readShortcut(event);
      if (press === 'Enter' && event.target instanceof Element && event.target.closest('a, button, summary')) return;
      const shortcut = press && value.all().find((each) => each.press === press);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.act();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [value]);
  return <LayersContext.Provider value={value}>{children}</LayersContext.Provider>;
}

function useLayers(): Layers {
  const layers = useContext(LayersContext);
  if (!layers) throw new Error('Shortcuts stand outside ShortcutProvider');
  return layers;
}

/** Adds a screen's shortcuts for as long as it is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const layers = useLayers();
  const latest = useRef(shortcuts);
  useEffect(() => void (latest.current = shortcuts));
  useEffect(() => layers.add(() => latest.current), [layers]);
}

export const useAllShortcuts = (): (() => readonly Shortcut[]) => useLayers().all;
