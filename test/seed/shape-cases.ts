/** Records that do not have the shape of their kind: keys, types, dates, vocabularies, forms of ids. */

import type { BrokenCase } from './broken-copy.ts';

/** Each with the faults that it is. */
export const SHAPE_CASES: readonly BrokenCase[] = [
  {
    rule: 'no unknown key',
    edits: [['aec/bodies.json', 'aec:acced', { colour: 'red' }]],
    faults: ['aec/bodies.json: aec:acced: colour: found "red"; allowed: no such key'],
  },
  {
    rule: 'every key is present',
    edits: [['aec/bodies.json', 'aec:acced', { hostCity: undefined }]],
    faults: ['aec/bodies.json: aec:acced: hostCity: found nothing; allowed: text, or null'],
  },
  {
    rule: 'a value has its type',
    edits: [['aec/meetings.json', 'aec:aecc-5', { ordinal: '5' }]],
    faults: ['aec/meetings.json: aec:aecc-5: ordinal: found "5"; allowed: a number, or null'],
  },
  {
    rule: 'text is not blank',
    edits: [['ascc/issues.json', 'smart-cities', { summary: '' }]],
    faults: ['ascc/issues.json: smart-cities: summary: found ""; allowed: text without blanks around it'],
  },
  {
    rule: 'a missing list is an empty one, not null',
    edits: [['ascc/issues.json', 'smart-cities', { aliases: null }]],
    faults: ['ascc/issues.json: smart-cities: aliases: found null; allowed: a list'],
  },
  {
    rule: 'a number is within its range',
    edits: [['aec/smart-cities.json', 'denpasar', { latitude: 91 }]],
    faults: ['aec/smart-cities.json: denpasar: latitude: found 91; allowed: at most 90'],
  },
  {
    rule: 'a web address is one',
    edits: [['apsc/pillar.json', 'apsc', { webPage: 'asean.org' }]],
    faults: ['apsc/pillar.json: apsc: webPage: found "asean.org"; allowed: a web address (http or https)'],
  },
  {
    rule: 'a date is a real day',
    edits: [['aec/instruments.json', 'aec:atiga', { adoptedOn: '2009-02-30' }]],
    faults: [
      'aec/instruments.json: aec:atiga: adoptedOn: found "2009-02-30"; allowed: a date YYYY, YYYY-MM or YYYY-MM-DD of the calendar, or null',
    ],
  },
  {
    rule: 'a date has a known form',
    edits: [['aec/initiatives.json', 'apasti-2016-2025', { date: '11/2016' }]],
    faults: [
      'aec/initiatives.json: apasti-2016-2025: date: found "11/2016"; allowed: a date YYYY, YYYY-MM or YYYY-MM-DD of the calendar',
    ],
  },
  {
    rule: 'a closed vocabulary has no other value',
    edits: [['apsc/bodies.json', 'apsc:asean-standing-committee', { status: 'retired' }]],
    faults: [
      'apsc/bodies.json: apsc:asean-standing-committee: status: found "retired"; allowed: "active", "superseded", "unverified"',
    ],
  },
  {
    rule: 'a vocabulary is spelled as in the files',
    edits: [['ascc/issues.json', 'smart-cities', { 'documentedLead.kind': 'LED_BY' }]],
    faults: [
      'ascc/issues.json: smart-cities: documentedLead.kind: found "LED_BY"; allowed: "led-by", "coordinated-by", "overseen-by", "drafting-led-by", "implementing-committee", "mandated-network", "tasked-by-leaders", "treaty-body", "country-coordinator"',
    ],
  },
  {
    rule: 'a lead status of the file is not one that needs a decision',
    edits: [['ascc/issues.json', 'smart-cities', { leadStatus: 'assigned' }]],
    faults: ['ascc/issues.json: smart-cities: leadStatus: found "assigned"; allowed: "documented", "undetermined"'],
  },
  {
    rule: 'a code of a pillar is one of three',
    edits: [['aec/indicators.json', 'adii-digital-skills-and-talent', { 'pillars[0]': 'ASEAN' }]],
    faults: [
      'aec/indicators.json: adii-digital-skills-and-talent: pillars[0]: found "ASEAN"; allowed: "APSC", "AEC", "ASCC"',
    ],
  },
  {
    rule: 'lists of pillars are in pillar order',
    edits: [['ascc/issues.json', 'smart-cities', { pillars: ['AEC', 'APSC', 'ASCC'] }]],
    faults: [
      'ascc/issues.json: smart-cities: pillars: found ["AEC","APSC","ASCC"]; allowed: pillars once each, in the order APSC, AEC, ASCC',
    ],
  },
  {
    rule: 'lists of pillars name a pillar once',
    edits: [['apsc/partners.json', 'brazil', { pillars: ['APSC', 'APSC'] }]],
    faults: [
      'apsc/partners.json: brazil: pillars: found ["APSC","APSC"]; allowed: pillars once each, in the order APSC, AEC, ASCC',
    ],
  },
  {
    rule: 'an id with a steward has its form',
    edits: [['aec/meetings.json', 'aec:aecc-5', { id: 'aecc_5' }]],
    faults: [
      'aec/meetings.json: aecc_5: id: found "aecc_5"; allowed: an id such as `aec:aem`: steward, colon, small letters, digits and hyphens',
    ],
  },
  {
    rule: 'a plain id has its form',
    edits: [['apsc/partners.json', 'brazil', { id: 'Brazil' }]],
    faults: [
      'apsc/partners.json: Brazil: id: found "Brazil"; allowed: an id such as `smart-cities`: small letters, digits and hyphens',
    ],
  },
  {
    rule: 'a record without an id is named by its place',
    edits: [['apsc/partners.json', 'brazil', { id: undefined }]],
    faults: ['apsc/partners.json: record 2: id: found nothing; allowed: text'],
  },
];
