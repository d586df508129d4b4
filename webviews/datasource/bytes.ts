/** Bytes as a person reads them: `46 MiB`. */
export function bytes(count: number, language: string): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, count)) / 10));
  const value = (count / 1024 ** power).toLocaleString(language, { maximumFractionDigits: 1 });
  return `${value} ${units[power] ?? ''}`;
}
