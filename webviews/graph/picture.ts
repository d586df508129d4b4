import type { Drawing } from './drawing.js';

const space = 'http://www.w3.org/2000/svg';
const looks = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'visibility'];
const letters = ['font-size', 'font-family'];
const margin = 40;
/** Chromium draws no canvas that is longer. */
const longestSide = 16_000;

/** A picture of the whole graph as a file of its own, in the colours of the editor. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The whole of what is drawn, whatever part of it is seen. */
export function pictureOf(drawing: Drawing): Picture {
  const { root: svg } = drawing;
  const { left, top, right, bottom } = boundsOf(drawing);
  const width = Math.ceil(right - left);
  const height = Math.ceil(bottom - top);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const own = {
    ...{ xmlns: space, width: String(width), height: String(height) },
    viewBox: [left, top, width, height].join(' '),
  };
  for (const [name, value] of Object.entries(own)) copy.setAttribute(name, value);
  // In a file there is nothing to press.
  copy.removeAttribute('aria-label');
  copy.setAttribute('role', 'img');
  for (const node of copy.querySelectorAll('g'))
    for (const name of ['role', 'tabindex']) node.removeAttribute(name);
  const shapes = 'rect, path, text';
  const originals = svg.querySelectorAll(shapes);
  copy.querySelectorAll(shapes).forEach((one, at) => {
    const original = originals[at];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const look of one.tagName === 'text' ? [...looks, ...letters] : looks)
      one.setAttribute(look, style.getPropertyValue(look));
  });
  const ground = document.createElementNS(space, 'rect');
  const theme = getComputedStyle(document.documentElement);
  const colour = theme.getPropertyValue('--vscode-editor-background');
  const at = { x: left, y: top, width, height, fill: colour };
  for (const [name, value] of Object.entries(at)) ground.setAttribute(name, String(value));
  copy.prepend(ground);
  return { svg: new XMLSerializer().serializeToString(copy), width, height };
}

/** Where the picture lies: lines go round nodes, beyond where these stand. */
function boundsOf({ root, size }: Drawing): Record<'left' | 'top' | 'right' | 'bottom', number> {
  const all = { left: 0, top: 0, right: size.width, bottom: size.height };
  for (const line of root.querySelectorAll<SVGPathElement>('path')) {
    if (getComputedStyle(line).visibility === 'hidden') continue;
    const { x, y, width, height } = line.getBBox();
    all.left = Math.min(all.left, x);
    all.top = Math.min(all.top, y);
    all.right = Math.max(all.right, x + width);
    all.bottom = Math.max(all.bottom, y + height);
  }
  return {
    left: Math.floor(all.left) - margin,
    top: Math.floor(all.top) - margin,
    ...{ right: all.right + margin, bottom: all.bottom + margin },
  };
}

/** A picture in dots, two for one where that fits. As base64. @throws when it cannot be drawn. */
export async function pngOf({ svg, width, height }: Picture): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const url = canvas.toDataURL('image/png');
  return url.slice(url.indexOf(',') + 1);
}
