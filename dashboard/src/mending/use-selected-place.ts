import { type RefObject, useEffect, useState } from 'react';
import { type Place, trimPlace } from './spans';

/** A selection is read when it has stood still so long: fingers and pointers draw it. */
const STILL_MS = 150;

/**
 * What is selected of an article's text, as offsets into the text itself: joined, the pieces of its element are the text.
 * What is selected elsewhere, as in the fields of a dialog, changes nothing.
 */
export function useSelectedPlace(
  article: RefObject<HTMLElement | null>,
  text: string,
): [Place | null, (place: Place | null) => void] {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const selection = getSelection();
      const element = article.current;
      if (!selection?.rangeCount || !element) return;
      if (!element.contains(selection.anchorNode) && !element.contains(selection.focusNode)) return;
      const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
      const start = offsetIn(element, startContainer, startOffset);
      const end = offsetIn(element, endContainer, endOffset);
      setPlace(start === end ? null : trimPlace(text, { start, end }));
    };
    const hear = () => {
      clearTimeout(timer);
      timer = setTimeout(read, STILL_MS);
    };
    document.addEventListener('selectionchange', hear);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', hear);
    };
  }, [article, text]);
  return [place, setPlace];
}

/** UTF-16 code units of the element's text before a point of the page; 0 before it, its length after it. */
function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(element);
  if (before.comparePoint(node, offset) < 0) return 0;
  if (before.comparePoint(node, offset) > 0) return element.textContent.length;
  before.setEnd(node, offset);
  return before.toString().length;
}
