/** The flags that only the seed command has, as rows of settings. */

/** Its own flags, beside the settings of the store. */
export const SEED_FLAGS = {
  /** How many generations of synthetic records to load beside the data set; none where it is not given. */
  scale: {
    flag: 'scale',
    default: null,
    description: 'How many times the records of the data set are added as synthetic ones, for load tests.',
    allowed: 'a whole number from 1 to 9999',
    read: (text: string) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined),
  },
  /** Validate the data set and load nothing. */
  check: {
    flag: 'check',
    isSwitch: true,
    default: 'false',
    description: 'Validates the data set and loads nothing.',
    allowed: 'no value',
    read: (text: string) => text === 'true',
  },
} as const;
