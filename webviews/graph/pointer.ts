import type { Drawing } from './drawing.js';

/** Dragging moves the picture, the wheel brings it nearer or farther. */
export function followPointer(drawing: Drawing): void {
  const { root: svg } = drawing;
  let from: { x: number; y: number } | null = null;
  svg.addEventListener('pointerdown', ({ clientX: x, clientY: y }) => (from = { x, y }));
  svg.addEventListener('pointermove', ({ clientX: x, clientY: y, buttons }) => {
    if (!from || buttons === 0) {
      from = null;
      return;
    }
    const { width, height } = svg.getBoundingClientRect();
    drawing.pan((from.x - x) / width, (from.y - y) / height);
    from = { x, y };
  });
  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { left, top, width, height } = svg.getBoundingClientRect();
      const at = { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
      drawing.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, at);
    },
    { passive: false },
  );
}
