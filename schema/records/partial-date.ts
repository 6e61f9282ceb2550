/** Dates as precise as they are known: EDTF level 0 (ISO 8601-2), `2018`, `2018-05` or `2018-05-25`. Text order is time order. */

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a year, a month or a real day of the calendar. */
export function isPartialDate(text: string): boolean {
  const match = FORM.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)));
}

/** The first day that a partial date may mean: `2018-05` is `2018-05-01`. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that a partial date may mean: `2018-05` is `2018-05-31`. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`;
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
