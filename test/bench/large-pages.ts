// Pages of many elements, served by the lab, that the benches load.
import { securePage } from '../lab/lab-answers.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';

/** The content of the pages by title. A row has eight elements. */
const BODIES: Readonly<Record<string, string>> = {
  '50 rows': table(50),
  '1,250 rows': table(1250),
  '50,000 elements': table(7143),
  '2,000 mixed': Array.from(
    { length: 2000 },
    (_, index) => `<img alt="" loading="lazy" width="1" height="1" src="http://cdn.lab.test/${index}.png">`,
  ).join(''),
};

export const PAGES: ScenarioGroup = groupOf('Pages of many elements', 'bench', BODIES);

/** Pages of 50,000 elements of other shapes, to measure the work inside a page: boxes, each of which may have a shadow root, and one long list. */
export const SHAPES: ScenarioGroup = groupOf('Pages of other shapes', 'shape', {
  '50,000 boxes':
    '<div><section><p>Row <span>1</span></p></section><div><a href="/x">x</a><b>x</b></div></div>'.repeat(
      7143,
    ),
  '50,000 in a list': `${'<img alt="" loading="lazy">'.repeat(50_000)}<img alt="" src="http://cdn.lab.test/last.png">`,
});

function groupOf(title: string, id: string, bodies: Readonly<Record<string, string>>): ScenarioGroup {
  return {
    title,
    scenarios: Object.entries(bodies).map(([name, body], index) => {
      const url = `https://${id}-${index}.lab.test/`;
      return {
        id: `${id}-${index}`,
        title: name,
        url,
        serves: { [url]: securePage({ title: name, body }) },
        expect: { state: 'nothing-found', findings: [] },
      };
    }),
  };
}

function table(rows: number): string {
  const cells = Array.from(
    { length: rows },
    (_, row) =>
      `<tr><td>${row}</td><td><a href="#${row}">Row ${row}</a></td><td><input name="n${row}"></td><td><img alt="" src="data:,"></td></tr>`,
  );
  return `<table>${cells.join('')}</table>`;
}
