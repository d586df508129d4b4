import Anser from 'anser';
import { element } from './dom.js';

/** A line of a terminal with its colours, as elements; its text goes in as text. */
export function ansiLine(text: string): Node[] {
  return Anser.ansiToJson(text, { use_classes: true, remove_empty: true }).map((part) => {
    // The package's types promise text where it gives null.
    const colours: (string | null)[] = [part.fg, part.bg];
    const [fg, bg] = colours;
    const classes = [
      ...(typeof fg === 'string' ? [fg] : []),
      ...(typeof bg === 'string' ? [`${bg}-bg`] : []),
      ...part.decorations.map((decoration) => `ansi-${decoration}`),
    ];
    return classes.length === 0
      ? document.createTextNode(part.content)
      : element('span', { class: classes.join(' ') }, [part.content]);
  });
}

/** The same without its colours: what is searched and saved. */
export const withoutAnsi = (text: string): string => Anser.ansiToText(text);
