// Checks whether the subject has the fields of its level. DV and OV: BR 7.1.2.7.2 to 7.1.2.7.4; EV: EV Guidelines 7.1.4.2. The results are remarks:
// issuers make mistakes, and a missing field does not undo a check that was made.
import type { Certificate } from '../certificate.ts';
import type { StatedLevel } from './level-policies.ts';
import { ATTRIBUTE, isMeaningful, statedValues } from '../describe/name-text.ts';

export type SubjectRemark =
  | 'more-than-dv-allows'
  | 'organization-missing'
  | 'country-missing'
  | 'place-missing'
  | 'given-name-missing'
  | 'surname-missing'
  | 'business-category-missing'
  | 'registration-number-missing'
  | 'jurisdiction-missing'
  | 'wildcard-in-ev';

/** The missing and the forbidden fields, in the order of the rules. */
export function checkSubject(certificate: Certificate, level: StatedLevel): readonly SubjectRemark[] {
  const has = (oid: string): boolean => statedValues(certificate.subject, oid).length > 0;
  const place = has(ATTRIBUTE.locality) || has(ATTRIBUTE.state);
  const remarks: SubjectRemark[] = [];
  const need = (present: boolean, remark: SubjectRemark): void => {
    if (!present) remarks.push(remark);
  };
  switch (level) {
    case 'DV': {
      const others = certificate.subject
        .flat()
        .filter(({ oid }) => oid !== ATTRIBUTE.commonName && oid !== ATTRIBUTE.country)
        .filter(({ text }) => text === null || isMeaningful(text));
      need(others.length === 0, 'more-than-dv-allows');
      break;
    }
    case 'OV':
      need(has(ATTRIBUTE.organization), 'organization-missing');
      need(has(ATTRIBUTE.country), 'country-missing');
      need(place, 'place-missing');
      break;
    case 'IV':
      need(has(ATTRIBUTE.givenName), 'given-name-missing');
      need(has(ATTRIBUTE.surname), 'surname-missing');
      need(has(ATTRIBUTE.country), 'country-missing');
      break;
    case 'EV':
      need(has(ATTRIBUTE.organization), 'organization-missing');
      need(has(ATTRIBUTE.country), 'country-missing');
      need(has(ATTRIBUTE.businessCategory), 'business-category-missing');
      need(has(ATTRIBUTE.serialNumber), 'registration-number-missing');
      need(has(ATTRIBUTE.jurisdictionCountry), 'jurisdiction-missing');
      need(!(certificate.names ?? []).some(isForbiddenWildcard), 'wildcard-in-ev');
      break;
  }
  return remarks;
}

/** EV allows a wildcard for .onion names only. */
function isForbiddenWildcard(name: NonNullable<Certificate['names']>[number]): boolean {
  return name.kind === 'dns' && name.value.startsWith('*.') && !/\.onion\.?$/i.test(name.value);
}
