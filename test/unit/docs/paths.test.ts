// The documents name files and link to each other: every path exists, and every link leads to a heading that exists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A path of the repository between backticks; one with a placeholder names no file. */
const PATH = /`((?:\.ci|\.github|components|docs|entrypoints|lib|public|scripts|test)\/[\w./-]*\w)\/?`/g;
const LINK = /\]\(([^)\s]+)\)/g;

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/^#{1,6} (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names files and folders that exist', () => {
    const missing = Array.from(text.matchAll(PATH), ([, path = '']) => path).filter(
      (path) => !existsSync(join(ROOT, path)),
    );
    expect(missing).toEqual([]);
  });

  it('links to documents and headings that exist', () => {
    const broken = Array.from(text.matchAll(LINK), ([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? document : join(dirname(document), path);
        if (!existsSync(join(ROOT, target))) return true;
        return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
      });
    expect(broken).toEqual([]);
  });
});

describe('docs/README.md', () => {
  it('lists every document', () => {
    const listed = new Set(Array.from(read('docs/README.md').matchAll(LINK), ([, link]) => link));
    const others = readdirSync(join(ROOT, 'docs')).filter(
      (name) => name.endsWith('.md') && name !== 'README.md',
    );
    expect(others.filter((name) => !listed.has(name))).toEqual([]);
  });
});
