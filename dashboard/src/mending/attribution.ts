import type { SpeakerInput, SpeakerKind } from '../generated/documents';
import { findNearest, type Place } from './spans';

export const SPEAKER_KINDS: readonly SpeakerKind[] = ['PERSON', 'ORGANIZATION', 'GROUP', 'MEDIA', 'DOCUMENT'];

/** Who said it, as it is written into a form. */
export interface WrittenAttribution {
  /** Empty: nobody. Of an unnamed source the words that describe it. */
  readonly name: string;
  readonly kind: SpeakerKind | '';
  readonly anonymous: boolean;
  /** The reporting expression, as it stands in the article; empty: none, or as it is. */
  readonly cue: string;
}

export const NOBODY: WrittenAttribution = { name: '', kind: '', anonymous: false, cue: '' };

export interface ReadAttribution {
  readonly speaker: SpeakerInput | null;
  readonly cue: Place | null;
  /** The words of the cue stand nowhere in the article but in what is quoted. */
  readonly cueIsMissing: boolean;
}

/** Finds in the text what was written: the cue, and the words that stand for the speaker, each nearest to `places`. */
export function readAttribution(text: string, places: readonly Place[], written: WrittenAttribution): ReadAttribution {
  const name = written.name.trim();
  const cue = findNearest(text, written.cue, places);
  const mention = name ? findNearest(text, name, places) : null;
  return {
    speaker: name ? { name, kind: written.kind || null, anonymous: written.anonymous, mention } : null,
    cue,
    cueIsMissing: written.cue.trim() !== '' && cue === null,
  };
}
