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

/** A figure as it is read: as many decimals as its size needs. */
export function figure(value) {
  const size = Math.abs(value);
  const decimals = size > 0 && size < 1 ? 2 : size < 100 ? 1 : 0;
  return value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
