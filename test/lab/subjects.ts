// The subjects of the lab's certificates at each validation level (CA/Browser Forum Baseline Requirements 7.1.2.7, EV Guidelines 7.1.4.2),
// and one subject that tries to break every view that shows it.

/** Attribute OID and value, in the order of the subject. */
export type Subject = readonly (readonly [oid: string, value: string])[];

const COUNTRY = '2.5.4.6';
const LOCALITY = '2.5.4.7';
const ORGANISATION_NAME = '2.5.4.10';

const PLACE: Subject = [
  [COUNTRY, 'DE'],
  [LOCALITY, 'Berlin'],
];
export const ORGANISATION: Subject = [...PLACE, [ORGANISATION_NAME, 'Lab Example GmbH']];
export const REGISTERED_ORGANISATION: Subject = [
  ['2.5.4.15', 'Private Organization'], // businessCategory
  ['1.3.6.1.4.1.311.60.2.1.3', 'DE'], // jurisdictionCountryName
  ['2.5.4.5', 'HRB 12345'], // serialNumber: of the registration
  ...ORGANISATION,
];
export const PERSON: Subject = [
  ...PLACE,
  ['2.5.4.42', 'Erika'], // givenName
  ['2.5.4.4', 'Mustermann'], // surname
];

/** Markup, a line break, NUL, a turn of the writing direction, characters without width, and more text than any view has space for. */
const HOSTILE_NAME = [
  '<img src=x onerror="document.title=\'broken\'">',
  "\"><script>document.title='broken'</script>",
  '\u202Eknab ruoY\n\u0000after\u200B\u200D\u2060\uFEFFthat ',
  'Filler '.repeat(680),
].join('');
/** An organisation of about 5 kB. RFC 5280, A.1 allows 64 characters; browsers do not count them. */
export const HOSTILE_ORGANISATION: Subject = [...PLACE, [ORGANISATION_NAME, HOSTILE_NAME]];
