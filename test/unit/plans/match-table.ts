// What sites need and what they are told, one row each. A host stands for a page that was seen; `+` before it: typed by the owner; `-`: seen
// and switched off. `on`, `off`: reasons switched by the owner.
//
// Expected: the plan that fits and the name in its certificate, or `none`; then the refusals (`free-certificate`, which is always there, left
// out); then the certificates of a combination, where one is said.

export interface MatchRow {
  readonly what: string;
  readonly hosts: readonly string[];
  readonly on?: readonly string[];
  readonly off?: readonly string[];
  /** The present certificate: its names, its level (DV when left out) and what stands against it. */
  readonly present?: PresentRow;
  readonly fit: string;
  readonly refusals?: readonly string[];
  readonly combination?: string;
}

export interface PresentRow {
  readonly names: readonly string[];
  readonly level?: 'DV' | 'OV' | 'EV' | 'unknown';
  readonly fault?: 'expired' | 'overridden' | 'log';
}

const BASIC = 'basic DV 350';
const STANDARD = 'standard DV 550';
const WILD_DV = 'advanced DV 1700';
const WILD_OV = 'advanced OV 5500';

/** Five subdomains of one level. */
const FIVE = ['a.example.com', 'b.example.com', 'c.example.com', 'd.example.com', 'e.example.com'];

export const MATCH_TABLE: Readonly<Record<string, readonly MatchRow[]>> = {
  'one host': [
    { what: 'a subdomain', hosts: ['www.example.com'], fit: `${BASIC}: www.example.com` },
    { what: 'the domain itself', hosts: ['example.com'], fit: `${BASIC}: example.com` },
    { what: 'a deep name', hosts: ['a.b.c.example.com'], fit: `${BASIC}: a.b.c.example.com` },
    {
      what: 'under a suffix of two labels',
      hosts: ['www.example.co.uk'],
      fit: `${BASIC}: www.example.co.uk`,
    },
    {
      what: 'an internationalised name',
      hosts: ['bücher.example.com'],
      fit: `${BASIC}: xn--bcher-kva.example.com`,
    },
    { what: 'a platform’s subdomain', hosts: ['shop.github.io'], fit: `${BASIC}: shop.github.io` },
    {
      what: 'written in capitals, with a dot',
      hosts: ['WWW.Example.COM.'],
      fit: `${BASIC}: www.example.com`,
    },
    { what: 'typed, nothing seen', hosts: ['+www.example.com'], fit: `${BASIC}: www.example.com` },
    { what: 'an underscore', hosts: ['a_b.example.com'], fit: `${BASIC}: a_b.example.com` },
  ],
  'several hosts of one level': [
    { what: 'five', hosts: FIVE, fit: `${WILD_DV}: *.example.com` },
    {
      what: 'eight, some typed',
      hosts: [...FIVE, '+f.example.com', '+g.example.com', '+h.example.com'],
      fit: `${WILD_DV}: *.example.com`,
    },
    {
      what: 'two: a wildcard, and what costs less',
      hosts: ['a.example.com', 'b.example.com'],
      fit: `${WILD_DV}: *.example.com`,
      combination: 'basic a.example.com + basic b.example.com = 700',
    },
    {
      what: 'four: still dearer than four certificates',
      hosts: FIVE.slice(0, 4),
      fit: `${WILD_DV}: *.example.com`,
      combination:
        'basic a.example.com + basic b.example.com + basic c.example.com + basic d.example.com = 1400',
    },
    {
      what: 'five, four switched off',
      hosts: ['a.example.com', '-b.example.com', '-c.example.com', '-d.example.com', '-e.example.com'],
      fit: `${BASIC}: a.example.com`,
    },
    {
      what: 'all of a second level',
      hosts: ['a.b.example.com', 'c.b.example.com', 'd.b.example.com', 'e.b.example.com', 'f.b.example.com'],
      fit: `${WILD_DV}: *.b.example.com`,
    },
    {
      what: 'one, and more to come',
      hosts: ['www.example.com'],
      on: ['more-hosts'],
      fit: `${WILD_DV}: *.example.com`,
    },
    {
      what: 'five under co.uk',
      hosts: FIVE.map((host) => host.replace('.com', '.co.uk')),
      fit: `${WILD_DV}: *.example.co.uk`,
    },
    {
      what: 'five under com.cn',
      hosts: FIVE.map((host) => host.replace('.com', '.com.cn')),
      fit: `${WILD_DV}: *.example.com.cn`,
    },
  ],
  'the name itself beside its subdomains': [
    {
      what: 'with one: two certificates cost least',
      hosts: ['www.example.com', 'example.com'],
      fit: 'none',
      refusals: ['apex example.com'],
      combination: 'basic www.example.com + basic example.com = 700',
    },
    {
      what: 'with five: a wildcard and one more',
      hosts: [...FIVE, 'example.com'],
      fit: 'none',
      refusals: ['apex example.com'],
      combination: 'advanced *.example.com + basic example.com = 2050',
    },
    { what: 'seen, but switched off', hosts: [...FIVE, '-example.com'], fit: `${WILD_DV}: *.example.com` },
    {
      what: 'and more to come',
      hosts: ['example.com'],
      on: ['more-hosts'],
      fit: 'none',
      refusals: ['apex example.com'],
      combination: 'advanced *.example.com + basic example.com = 2050',
    },
    {
      what: 'suggested because people type it',
      hosts: FIVE,
      on: ['host:example.com'],
      fit: 'none',
      refusals: ['apex example.com'],
      combination: 'advanced *.example.com + basic example.com = 2050',
    },
  ],
  'two levels of subdomains': [
    {
      what: 'one of each',
      hosts: ['a.example.com', 'a.b.example.com'],
      fit: 'none',
      refusals: ['two-levels b.example.com example.com'],
      combination: 'basic a.example.com + basic a.b.example.com = 700',
    },
    {
      what: 'five, and one deeper (the seller’s own example)',
      hosts: [...FIVE, 'a.tj.example.com'],
      fit: 'none',
      refusals: ['two-levels example.com tj.example.com'],
      combination: 'advanced *.example.com + basic a.tj.example.com = 2050',
    },
    {
      what: 'five on each',
      hosts: [...FIVE, ...FIVE.map((host) => host.replace('example', 'tj.example'))],
      fit: 'none',
      refusals: ['two-levels example.com tj.example.com'],
      combination: 'advanced *.example.com + advanced *.tj.example.com = 3400',
    },
    {
      what: 'three levels and the name itself',
      hosts: ['a.example.com', 'a.b.example.com', 'a.b.c.example.com', 'example.com'],
      fit: 'none',
      refusals: ['two-levels b.c.example.com b.example.com example.com', 'apex example.com'],
      combination:
        'basic a.example.com + basic a.b.example.com + basic a.b.c.example.com + basic example.com = 1400',
    },
    {
      what: 'a deep one, and more to come above it',
      hosts: ['a.b.example.com'],
      on: ['more-hosts'],
      fit: 'none',
      refusals: ['two-levels b.example.com example.com'],
      combination: 'advanced *.example.com + basic a.b.example.com = 2050',
    },
  ],
  'several domains': [
    {
      what: 'two',
      hosts: ['www.example.com', '+www.example.net'],
      fit: 'none',
      refusals: ['several-domains example.com example.net'],
      combination: 'basic www.example.com + basic www.example.net = 700',
    },
    {
      what: 'with five hosts on one',
      hosts: [...FIVE, '+example.net'],
      fit: 'none',
      refusals: ['several-domains example.com example.net'],
      combination: 'advanced *.example.com + basic example.net = 2050',
    },
    {
      what: 'that share a public suffix',
      hosts: ['a.co.uk', '+b.co.uk'],
      fit: 'none',
      refusals: ['several-domains a.co.uk b.co.uk'],
      combination: 'basic a.co.uk + basic b.co.uk = 700',
    },
    {
      what: 'the other switched off',
      hosts: ['www.example.com', '+www.example.net'],
      off: ['host:www.example.net'],
      fit: `${BASIC}: www.example.com`,
    },
  ],
  'several obstacles at once': [
    {
      what: 'two domains, one of them on two levels',
      hosts: ['a.example.com', 'a.b.example.com', '+www.example.net'],
      fit: 'none',
      refusals: ['several-domains example.com example.net', 'two-levels b.example.com example.com'],
      combination: 'basic a.example.com + basic a.b.example.com + basic www.example.net = 1050',
    },
    {
      what: 'two domains, both on two levels and with the name itself',
      hosts: [
        'example.com',
        'a.example.com',
        'a.b.example.com',
        '+example.net',
        '+a.example.net',
        '+a.b.example.net',
      ],
      fit: 'none',
      refusals: [
        'several-domains example.com example.net',
        'two-levels b.example.com example.com',
        'apex example.com',
        'two-levels b.example.net example.net',
        'apex example.net',
      ],
      combination:
        'basic example.com + basic a.example.com + basic a.b.example.com + basic example.net + basic a.example.net + basic a.b.example.net = 2100',
    },
    {
      what: 'one domain by its host, another by hosts to come alone',
      hosts: ['-www.example.com', '+a.example.net'],
      on: ['more-hosts'],
      fit: 'none',
      refusals: ['several-domains example.net example.com'],
      combination: 'advanced *.example.com + basic a.example.net = 2050',
    },
    {
      what: 'an address, a private name, two levels and the name itself',
      hosts: ['example.com', 'a.example.com', 'a.b.example.com', '+192.0.2.7', '+nas.local'],
      fit: 'none',
      refusals: [
        'address 192.0.2.7',
        'private-name nas.local',
        'two-levels b.example.com example.com',
        'apex example.com',
      ],
    },
    {
      what: 'EV, and the name itself beside five hosts',
      hosts: [...FIVE, 'example.com'],
      on: ['extended-validation'],
      fit: 'none',
      refusals: ['extended-validation', 'apex example.com'],
    },
    {
      what: 'EV on two levels of two domains',
      hosts: ['a.example.com', 'a.b.example.com', '+www.example.net'],
      on: ['extended-validation'],
      fit: 'none',
      refusals: [
        'extended-validation',
        'several-domains example.com example.net',
        'two-levels b.example.com example.com',
      ],
    },
    {
      what: 'two names kept for tests and two of unknown ends',
      hosts: ['www.shop.test', '+www.shop.example', '+a.shop.lab', '+b.shop.lab', '+www.other.lan1'],
      fit: 'none',
      refusals: [
        'several-domains shop.test shop.example shop.lab other.lan1',
        'reserved-name www.shop.test www.shop.example',
        'unknown-suffix a.shop.lab www.other.lan1',
      ],
      combination:
        'basic www.shop.test + basic www.shop.example + basic a.shop.lab + basic b.shop.lab + basic www.other.lan1 = 1750',
    },
  ],
  'no public certificate': [
    { what: 'an IPv4 address', hosts: ['192.0.2.7'], fit: 'none', refusals: ['address 192.0.2.7'] },
    { what: 'an IPv6 address', hosts: ['[2001:db8::1]'], fit: 'none', refusals: ['address 2001:db8::1'] },
    { what: 'a private address', hosts: ['192.168.1.1'], fit: 'none', refusals: ['address 192.168.1.1'] },
    { what: 'a single label', hosts: ['intranet'], fit: 'none', refusals: ['private-name intranet'] },
    { what: 'this device', hosts: ['localhost'], fit: 'none', refusals: ['private-name localhost'] },
    { what: 'mDNS', hosts: ['printer.local'], fit: 'none', refusals: ['private-name printer.local'] },
    {
      what: 'a home network',
      hosts: ['nas.home.arpa'],
      fit: 'none',
      refusals: ['private-name nas.home.arpa'],
    },
    {
      what: 'private use',
      hosts: ['git.corp.internal'],
      fit: 'none',
      refusals: ['private-name git.corp.internal'],
    },
    { what: 'a public suffix', hosts: ['co.uk'], fit: 'none', refusals: ['public-suffix co.uk'] },
    {
      what: 'a good name beside an address',
      hosts: ['www.example.com', '+192.0.2.7'],
      fit: 'none',
      refusals: ['address 192.0.2.7'],
    },
    {
      what: 'a good name beside a private one, switched off',
      hosts: ['www.example.com', '+nas.local'],
      off: ['host:nas.local'],
      fit: `${BASIC}: www.example.com`,
    },
    { what: 'everything switched off', hosts: ['-www.example.com'], fit: 'none', refusals: ['no-host'] },
  ],
  'names that may not be public': [
    {
      what: 'kept for tests',
      hosts: ['shop.lab.test'],
      fit: `${BASIC}: shop.lab.test`,
      refusals: ['reserved-name shop.lab.test'],
    },
    {
      what: 'kept for documents',
      hosts: ['www.shop.example'],
      fit: `${BASIC}: www.shop.example`,
      refusals: ['reserved-name www.shop.example'],
    },
    {
      what: 'an end that the list does not know',
      hosts: ['www.shop.lab'],
      fit: `${BASIC}: www.shop.lab`,
      refusals: ['unknown-suffix www.shop.lab'],
    },
  ],
  'names for which the seller issues OV': [
    { what: 'gov.cn', hosts: ['www.city.gov.cn'], fit: `${WILD_OV}: *.city.gov.cn` },
    { what: 'gov.cn, the name itself', hosts: ['city.gov.cn'], fit: 'none', refusals: ['apex city.gov.cn'] },
    {
      what: 'gov.cn, the rule switched off by its owner',
      hosts: ['city.gov.cn'],
      off: ['name-class:special-names'],
      fit: `${BASIC}: city.gov.cn`,
    },
    { what: 'gov', hosts: ['www.agency.gov'], fit: `${WILD_OV}: *.agency.gov` },
    { what: 'edu.cn', hosts: ['www.school.edu.cn'], fit: `${WILD_OV}: *.school.edu.cn` },
    { what: 'edu', hosts: ['www.school.edu'], fit: `${WILD_OV}: *.school.edu` },
    { what: 'org', hosts: ['www.example.org'], fit: `${WILD_OV}: *.example.org` },
    { what: 'org.cn', hosts: ['www.example.org.cn'], fit: `${WILD_OV}: *.example.org.cn` },
    { what: 'jp', hosts: ['www.example.jp'], fit: `${WILD_OV}: *.example.jp` },
    { what: 'go.jp', hosts: ['www.ministry.go.jp'], fit: `${WILD_OV}: *.ministry.go.jp` },
    {
      what: 'gov inside a name of an unknown end',
      hosts: ['www.city.gov.cn.lab'],
      fit: `${WILD_OV}: *.city.gov.cn.lab`,
      refusals: ['unknown-suffix www.city.gov.cn.lab'],
    },
    {
      what: 'gov as the first label is a name like any other',
      hosts: ['gov.example.com'],
      fit: `${BASIC}: gov.example.com`,
    },
    { what: 'gov in a longer word', hosts: ['www.govern.com'], fit: `${BASIC}: www.govern.com` },
    { what: 'jp inside a name', hosts: ['www.jp.example.com'], fit: `${BASIC}: www.jp.example.com` },
    {
      what: 'a DV certificate in use is none the worse for it',
      hosts: ['www.city.gov.cn'],
      present: { names: ['*.city.gov.cn'] },
      fit: `${WILD_OV}: *.city.gov.cn`,
      refusals: ['present-certificate'],
    },
  ],
  'the organisation in the certificate': [
    { what: 'wanted', hosts: ['www.example.com'], on: ['organization'], fit: `${WILD_OV}: *.example.com` },
    { what: 'wanted for five hosts', hosts: FIVE, on: ['organization'], fit: `${WILD_OV}: *.example.com` },
    {
      what: 'wanted for the name itself',
      hosts: ['example.com'],
      on: ['organization'],
      fit: 'none',
      refusals: ['apex example.com'],
    },
    {
      what: 'EV wanted',
      hosts: ['www.example.com'],
      on: ['extended-validation'],
      fit: 'none',
      refusals: ['extended-validation'],
    },
    {
      what: 'EV and OV wanted',
      hosts: FIVE,
      on: ['extended-validation', 'organization'],
      fit: 'none',
      refusals: ['extended-validation'],
    },
    {
      what: 'there already',
      hosts: ['www.example.com'],
      present: { names: ['www.example.com'], level: 'OV' },
      fit: `${WILD_OV}: *.example.com`,
      refusals: ['present-certificate'],
    },
    {
      what: 'there already, not wanted any more',
      hosts: ['www.example.com'],
      off: ['present-level'],
      present: { names: ['www.example.com'], level: 'OV' },
      fit: `${BASIC}: www.example.com`,
      refusals: ['present-certificate'],
    },
    {
      what: 'EV there already',
      hosts: ['www.example.com'],
      present: { names: ['www.example.com'], level: 'EV' },
      fit: 'none',
      refusals: ['extended-validation', 'present-certificate'],
    },
    {
      what: 'a level that nothing states',
      hosts: ['www.example.com'],
      present: { names: ['www.example.com'], level: 'unknown' },
      fit: `${BASIC}: www.example.com`,
      refusals: ['present-certificate'],
    },
  ],
  'the present certificate': [
    {
      what: 'covers it',
      hosts: ['www.example.com'],
      present: { names: ['www.example.com', 'example.com'] },
      fit: `${BASIC}: www.example.com`,
      refusals: ['present-certificate'],
    },
    {
      what: 'covers all by a wildcard',
      hosts: FIVE,
      present: { names: ['*.example.com'] },
      fit: `${WILD_DV}: *.example.com`,
      refusals: ['present-certificate'],
    },
    {
      what: 'has a wildcard that others may rely on',
      hosts: ['www.example.com'],
      present: { names: ['*.example.com'] },
      fit: `${WILD_DV}: *.example.com`,
      refusals: ['present-certificate'],
    },
    {
      what: 'has a wildcard that nobody relies on',
      hosts: ['www.example.com'],
      off: ['present-wildcard:example.com'],
      present: { names: ['*.example.com'] },
      fit: `${BASIC}: www.example.com`,
      refusals: ['present-certificate'],
    },
    {
      what: 'covers one of five',
      hosts: FIVE,
      present: { names: ['a.example.com'] },
      fit: `${WILD_DV}: *.example.com`,
    },
    {
      what: 'lacks the organisation that is wanted',
      hosts: ['www.example.com'],
      on: ['organization'],
      present: { names: ['www.example.com'] },
      fit: `${WILD_OV}: *.example.com`,
    },
    {
      what: 'has expired',
      hosts: ['www.example.com'],
      present: { names: ['www.example.com'], fault: 'expired' },
      fit: `${BASIC}: www.example.com`,
    },
    {
      what: 'was refused and opened anyway',
      hosts: ['www.example.com'],
      present: { names: ['www.example.com'], fault: 'overridden' },
      fit: `${BASIC}: www.example.com`,
    },
    {
      what: 'is known from logs only',
      hosts: ['www.example.com'],
      present: { names: ['www.example.com'], fault: 'log' },
      fit: `${BASIC}: www.example.com`,
    },
    {
      what: 'covers one host, and more are to come',
      hosts: ['www.example.com'],
      on: ['more-hosts'],
      present: { names: ['www.example.com'] },
      fit: `${WILD_DV}: *.example.com`,
    },
  ],
  services: [
    {
      what: 'installation, which all have',
      hosts: ['www.example.com'],
      on: ['service:installation'],
      fit: `${BASIC}: www.example.com`,
    },
    {
      what: 'page debugging',
      hosts: ['www.example.com'],
      on: ['service:page-debugging'],
      fit: `${STANDARD}: www.example.com`,
    },
    {
      what: 'mixed content that the owner wants mended',
      hosts: ['www.example.com'],
      on: ['mixed-content'],
      fit: `${STANDARD}: www.example.com`,
    },
    {
      what: 'a reminder',
      hosts: ['example.com'],
      on: ['service:expiry-reminder'],
      fit: `${STANDARD}: example.com`,
    },
    {
      what: 'automatic renewal',
      hosts: ['www.example.com'],
      on: ['service:automatic-renewal'],
      fit: `${WILD_DV}: *.example.com`,
    },
    {
      what: 'automatic renewal for the name itself',
      hosts: ['example.com'],
      on: ['service:automatic-renewal'],
      fit: 'none',
      refusals: ['apex example.com'],
    },
    {
      what: 'check and support for five hosts',
      hosts: FIVE,
      on: ['service:check-and-support'],
      fit: `${WILD_DV}: *.example.com`,
    },
    {
      what: 'a reminder for two hosts',
      hosts: ['a.example.com', 'b.example.com'],
      on: ['service:expiry-reminder'],
      fit: `${WILD_DV}: *.example.com`,
      combination: 'standard a.example.com + standard b.example.com = 1100',
    },
    {
      what: 'all of them, with OV',
      hosts: FIVE,
      on: [
        'service:installation',
        'service:page-debugging',
        'service:expiry-reminder',
        'service:automatic-renewal',
        'service:check-and-support',
        'organization',
      ],
      fit: `${WILD_OV}: *.example.com`,
    },
  ],
  'what makes https a must changes no plan': [
    {
      what: 'a mini program',
      hosts: ['api.example.com'],
      on: ['mini-program'],
      fit: `${BASIC}: api.example.com`,
    },
    {
      what: 'a mini program with three hosts',
      hosts: ['api.example.com', 'ws.example.com', 'up.example.com'],
      on: ['mini-program'],
      fit: `${WILD_DV}: *.example.com`,
      combination: 'basic api.example.com + basic ws.example.com + basic up.example.com = 1050',
    },
    { what: 'a shop', hosts: ['www.example.com'], on: ['category:shop'], fit: `${BASIC}: www.example.com` },
    { what: 'a bank', hosts: ['www.example.com'], on: ['category:bank'], fit: `${BASIC}: www.example.com` },
    {
      what: 'news',
      hosts: ['www.example.com'],
      on: ['category:public-body'],
      fit: `${BASIC}: www.example.com`,
    },
    { what: 'a chat', hosts: ['www.example.com'], on: ['category:social'], fit: `${BASIC}: www.example.com` },
    {
      what: 'all at once',
      hosts: ['www.example.com'],
      on: [
        'mini-program',
        'category:shop',
        'category:bank',
        'category:search',
        'category:social',
        'category:public-body',
      ],
      fit: `${BASIC}: www.example.com`,
    },
  ],
};
