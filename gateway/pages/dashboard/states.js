/** The member states by code, so that a state without a single figure is shown as well. */

export const MEMBER_STATES = {
  BRN: 'Brunei Darussalam',
  KHM: 'Cambodia',
  IDN: 'Indonesia',
  LAO: 'Lao PDR',
  MYS: 'Malaysia',
  MMR: 'Myanmar',
  PHL: 'Philippines',
  SGP: 'Singapore',
  THA: 'Thailand',
  TLS: 'Timor-Leste',
  VNM: 'Viet Nam',
};

/** Gives how the figures of one list are written: all with as many decimals, as the largest and the smallest need. */
export function figuresOf(values) {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const wanted = low < 0.1 || (low < 1 && high < 10) ? 2 : 1;
  const decimals = high < 100 ? wanted : high < 1000 ? wanted - 1 : 0;
  const shown = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return (value) => value.toLocaleString('en-GB', shown);
}
