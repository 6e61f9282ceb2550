/** Dates to be read. */

/** A day, month or year as precisely as it is known, in words. */
export function dateInWords(iso) {
  const parts = iso.split('-').length;
  const shown = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat('en-GB', shown).format(new Date(iso));
}
