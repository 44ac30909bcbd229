// Pages of many elements, served by the lab, that the benches load.
import { securePage } from '../lab/answers.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';

/** By title: what stands in the page. A row has seven elements. */
const BODIES: Readonly<Record<string, string>> = {
  '50 rows': table(50),
  '1,250 rows': table(1250),
  '50,000 elements': table(7143),
  '2,000 mixed': Array.from(
    { length: 2000 },
    (_, index) => `<img alt="" loading="lazy" width="1" height="1" src="http://cdn.lab.test/${index}.png">`,
  ).join(''),
};

export const PAGES: ScenarioGroup = {
  title: 'Pages of many elements',
  scenarios: Object.entries(BODIES).map(([title, body], index) => {
    const url = `https://bench-${index}.lab.test/`;
    return {
      id: `bench-${index}`,
      title,
      url,
      serves: { [url]: securePage({ title, body }) },
      expect: { state: 'nothing-found', findings: [] },
    };
  }),
};

function table(rows: number): string {
  const cells = Array.from(
    { length: rows },
    (_, row) =>
      `<tr><td>${row}</td><td><a href="#${row}">Row ${row}</a></td><td><input name="n${row}"></td><td><img alt="" src="data:,"></td></tr>`,
  );
  return `<table>${cells.join('')}</table>`;
}
