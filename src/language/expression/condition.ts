import { findInterpolations } from './interpolations.js';
import { type MappedRun, type MappedText } from './mappedText.js';

/** A condition as the framework evaluates it: the braces of its groups are dropped, `{n} > 3` is `n > 3`. */
export function conditionText(condition: MappedText): MappedText {
  const { text } = condition;
  if (!text.includes('{')) return condition;
  const { groups } = findInterpolations(text);
  if (groups.length === 0) return condition;
  const runs: MappedRun[] = [{ at: 0, source: 0 }];
  let made = '';
  let from = 0;
  for (const { start, end } of groups) {
    made += text.slice(from, start);
    runs.push({ at: made.length, source: start + 1 });
    made += text.slice(start + 1, end - 1);
    runs.push({ at: made.length, source: end });
    from = end;
  }
  return { text: made + text.slice(from), runs, source: condition };
}
