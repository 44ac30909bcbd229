// Typical sites, for the question which certificate they need, and the page where a trial begins.
import { answer, page, securePage } from '../lab-answers.ts';
import type { Expectation, Scenario, ScenarioGroup } from '../scenario.ts';

const NOTHING: Expectation = { state: 'nothing-found', findings: [] };
const IMAGE = answer('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>');

/** A page that loads an image from each of some other hosts. */
function site(id: string, title: string, host: string, others: readonly string[] = []): Scenario {
  const images = others.map((other) => `https://${other}/image.svg`);
  const body = images.map((image) => `<img src="${image}" alt="">`).join('\n');
  return {
    id,
    title,
    url: `https://${host}/`,
    serves: {
      [`https://${host}/`]: securePage({ title, body }),
      ...Object.fromEntries(images.map((image) => [image, IMAGE])),
    },
    expect: NOTHING,
  };
}

export const sites: ScenarioGroup = {
  title: 'Sites and what they need',
  scenarios: [
    site('site-single-host', 'A site with one host', 'www.single-host.test'),
    site(
      'site-five-hosts',
      'A site with five subdomains',
      'www.five-hosts.test',
      ['api', 'img', 'm', 'pay'].map((label) => `${label}.five-hosts.test`),
    ),
    {
      ...site('site-government', 'A site with gov in its name', 'www.city.gov.cn.test'),
      note: 'The seller of the plans issues OV for such names: its own rule.',
    },
    {
      id: 'site-sign-up',
      title: 'The page where a trial begins',
      url: 'https://sign-up.test/trial',
      serves: { 'https://sign-up.test/trial': page({ title: 'The page where a trial begins' }) },
      expect: { state: 'nothing-found', findings: ['hsts-missing'] },
    },
  ],
};
