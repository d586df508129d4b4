export type ScalarType = 'null' | 'boolean' | 'integer' | 'float' | 'date' | 'text';
export type ScalarValue = null | boolean | number | string;

export interface ResolvedScalar {
  readonly type: ScalarType;
  readonly value: ScalarValue;
}

// YAML 1.1 as PyYAML reads it: `yes` and `on` are booleans, `010` is eight, `1:30` is ninety.
const booleans =
  /^(?:(?<yes>yes|Yes|YES|true|True|TRUE|on|On|ON)|no|No|NO|false|False|FALSE|off|Off|OFF)$/u;
const nothing = /^(?:~|null|Null|NULL|)$/u;
const integer =
  /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][\d_]*|0x[\da-fA-F_]+|[1-9][\d_]*(?::[0-5]?\d)+)$/u;
const decimal =
  /^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?|[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u;
const date =
  /^\d{4}-(?:\d\d-\d\d|\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/u;

/** What a value without quotes is for the framework. */
export function resolvePlain(source: string): ResolvedScalar {
  const truth = booleans.exec(source);
  if (truth !== null) return { type: 'boolean', value: truth.groups?.['yes'] !== undefined };
  if (nothing.test(source)) return { type: 'null', value: null };
  if (integer.test(source)) return { type: 'integer', value: integerOf(source) };
  if (decimal.test(source)) return { type: 'float', value: decimalOf(source) };
  if (date.test(source)) return { type: 'date', value: source };
  return { type: 'text', value: source };
}

function integerOf(source: string): number {
  const digits = source.replaceAll('_', '');
  const sign = digits.startsWith('-') ? -1 : 1;
  const bare = digits.replace(/^[-+]/u, '');
  if (/^0[bx]/u.test(bare)) return sign * Number(bare);
  if (bare.includes(':')) return sign * sexagesimal(bare);
  return sign * (/^0\d/u.test(bare) ? Number.parseInt(bare, 8) : Number(bare));
}

function decimalOf(source: string): number {
  const bare = source.replaceAll('_', '').toLowerCase();
  if (bare.endsWith('.inf')) return bare.startsWith('-') ? -Infinity : Infinity;
  if (bare === '.nan') return NaN;
  const sign = bare.startsWith('-') ? -1 : 1;
  return bare.includes(':') ? sign * sexagesimal(bare.replace(/^[-+]/u, '')) : Number(bare);
}

const sexagesimal = (text: string): number =>
  text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** Whether a date the framework would build exists in the calendar. */
export function isRealDate(source: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = source
    .split(/[-Tt\s:.Z+]+/u, 6)
    .map(Number);
  const isInMonth = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return year >= 1 && isInMonth && hour < 24 && minute < 60 && second < 60;
}

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
