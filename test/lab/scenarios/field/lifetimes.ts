// Certificates judged by their remaining validity: a warning by share alone would last for years for a long one and for hours for a short one.
import type { LeafKind } from '../../leaf-kinds.ts';
import type { Judgement, Scenario } from '../../scenario.ts';
import { reportedCertificate } from '../reported-certificate.ts';

function lifetime(id: string, title: string, leaf: LeafKind, note: string, told?: Judgement): Scenario {
  return reportedCertificate(`field-${id}`, title, leaf, note, told);
}

export const lifetimes: readonly Scenario[] = [
  lifetime(
    'ten-years',
    'Five hundred days of ten years are left',
    'ten-years',
    'A certificate of the own CA: an eighth of its life is left, and nothing is to be done for more than a year.',
  ),
  lifetime(
    'half-day',
    'One hour of twelve is over',
    'half-day',
    'A local proxy renews such certificates by itself. The last twelve hours of a life are no alarm while half of it is ahead.',
  ),
  lifetime(
    '160-hours',
    'A little more than half of 160 hours is over',
    '160-hours',
    'Clients renew now; nothing is late yet.',
  ),
  lifetime(
    'about-to-expire',
    'Two days of thirty are left',
    'about-to-expire',
    'Every client for automatic renewal would have acted a week ago.',
    { state: 'warning', findings: ['certificate-about-to-expire'] },
  ),
  lifetime(
    'last-day',
    'Twenty hours of ninety days are left',
    'last-day',
    'Visitors are warned tomorrow: no blue notice will do.',
    { state: 'warning', findings: ['certificate-about-to-expire'] },
  ),
];
