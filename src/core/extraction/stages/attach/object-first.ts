import { type CueHit } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { findObject } from '../find-object.js';
import { hasClass } from '../has-class.js';
import { type Attaching } from './attaching.js';

/** An object before the marks or complementiser wins: «طالب الوكالة ب[سرعة الاعتذار عن "خطأ"]». */
export function objectFirst(
  state: Attaching,
  cue: CueHit,
  limit: number,
  introducer: number,
): ReturnType<typeof findObject> {
  const { reading } = state;
  const { tokens } = reading;
  const object = findObject(reading, cue, limit);
  if (!object || introducer >= limit) return object;
  if (cue.sense.act === 'deny')
    return object.at <= introducer + 3 &&
      hasClass(tokens[introducer], WordClass.complementiser) &&
      object.at > introducer
      ? object
      : object.at < introducer && !hasClass(tokens[introducer], WordClass.complementiser)
        ? object
        : null;
  return object.at < introducer - 1 || (object.skip > 0 && object.at < introducer)
    ? hasClass(tokens[object.at], WordClass.complementiser)
      ? null
      : object
    : null;
}
