import 'uplot/dist/uPlot.min.css';
import * as l10n from '@vscode/l10n';
import uPlot from 'uplot';
import type { TestTrend } from '../../src/protocol/testPanel.js';
import { element } from '../shared/dom.js';
import { table } from './table.js';
import { duration, percent } from './words.js';

const height = 220;
/** The names of the package's sides are there for the compiler only. */
const right = 1 as unknown as uPlot.Axis.Side;

interface Point {
  readonly label: string;
  /** Below the axis, where there is little room. */
  readonly short: string;
  readonly passRate: number;
  readonly durationMs: number;
  readonly passed: number;
  readonly failed: number;
  readonly hollow: number;
}

function pointsOf(trend: TestTrend, language: string): Point[] {
  if (trend.by === 'run') {
    return trend.points.map(({ runId, at, ...point }) => {
      const when = new Date(at).toLocaleDateString(language, { dateStyle: 'short' });
      return {
        ...point,
        short: l10n.t('Run {0}', runId),
        label: l10n.t('Run {0}, {1}', runId, when),
      };
    });
  }
  const day = (iso: string): string =>
    new Date(`${iso}T00:00:00Z`).toLocaleDateString(language, {
      ...{ dateStyle: 'medium', timeZone: 'UTC' },
    });
  return trend.points.map((point) => ({
    ...point,
    label: day(point.day),
    short: point.day.slice(5),
  }));
}

/** A colour of the theme as it is now: a canvas knows no variables. */
function colour(...names: string[]): string {
  const style = getComputedStyle(document.body);
  const found = names.map((name) => style.getPropertyValue(`--vscode-${name}`)).find(Boolean);
  return found ?? style.color;
}

function plot(points: readonly Point[], trend: TestTrend, language: string): HTMLElement {
  const foreground = (): string => colour('foreground');
  const grid = { stroke: () => colour('contrastBorder', 'panel-border'), width: 1 };
  const axis = { stroke: foreground, grid, ticks: grid, font: '12px sans-serif' };
  const holder = element('div', { class: 'chart', 'aria-hidden': 'true' });
  const chart = new uPlot(
    {
      ...{ width: 600, height },
      scales: {
        x: { time: false },
        rate: { range: [0, 1.02] },
        time: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] },
      },
      axes: [
        {
          ...axis,
          values: (_, at) => at.map((x) => points[x]?.short ?? ''),
          incrs: [1, 2, 5, 10, 20, 50, 100],
          space: 110,
        },
        { ...axis, scale: 'rate', values: (_, at) => at.map((rate) => percent(rate, language)) },
        {
          ...{ ...axis, scale: 'time', side: right, size: 70, grid: { show: false } },
          values: (_, at) => at.map((ms) => duration(ms, language)),
        },
      ],
      series: [
        {
          label: trend.by === 'run' ? l10n.t('Run') : l10n.t('Day'),
          value: (_, x) => points[x]?.label ?? '–',
        },
        {
          ...{ label: l10n.t('Pass rate'), scale: 'rate', width: 2, points: { size: 6 } },
          stroke: () => colour('charts-green', 'testing-iconPassed'),
          value: (_, rate) => (!Number.isFinite(rate) ? '–' : percent(rate, language)),
        },
        {
          ...{ label: l10n.t('Duration'), scale: 'time', width: 2, dash: [6, 4] },
          points: { show: false },
          stroke: () => colour('charts-blue', 'textLink-foreground'),
          value: (_, ms) => (!Number.isFinite(ms) ? '–' : duration(ms, language)),
        },
      ],
    },
    [
      points.map((_, index) => index),
      points.map(({ passRate }) => passRate),
      points.map(({ durationMs }) => durationMs),
    ],
    holder,
  );
  follow(chart, holder);
  return holder;
}

/** The chart is as wide as its place and has the colours of the theme, until it is gone from the page. */
function follow(chart: uPlot, holder: HTMLElement): void {
  const size = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width > 0) chart.setSize({ width, height });
    else if (!holder.isConnected) {
      size.disconnect();
      theme.disconnect();
      chart.destroy();
    }
  });
  const theme = new MutationObserver(() => chart.redraw());
  size.observe(holder);
  theme.observe(document.body, { attributes: true, attributeFilter: ['class'] });
}

/** Pass rate and duration as a picture, and the same as a table for whoever does not see it. */
export function trendOf(trend: TestTrend, language: string): HTMLElement {
  const points = pointsOf(trend, language);
  if (points.length === 0) {
    return element('p', { class: 'muted' }, [
      l10n.t('No run has ended yet: a trend begins with the first.'),
    ]);
  }
  const columns = [
    ...[trend.by === 'run' ? l10n.t('Run') : l10n.t('Day'), l10n.t('Pass rate')],
    ...[l10n.t('Duration'), l10n.t('Passed'), l10n.t('Failed'), l10n.t('Hollow')],
  ];
  const rows = [...points]
    .reverse()
    .map((point) => [
      ...[point.label, percent(point.passRate, language), duration(point.durationMs, language)],
      ...[String(point.passed), String(point.failed), String(point.hollow)],
    ]);
  return element('div', {}, [
    plot(points, trend, language),
    element('details', {}, [
      element('summary', { id: 'trend-table' }, [l10n.t('The trend as a table')]),
      table(l10n.t('Trend'), columns, rows),
    ]),
  ]);
}
