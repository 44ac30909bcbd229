// Small rules from the field: the notice above modal dialogs, and several sites where it is turned off at once.
import { page } from '../../lab-answers.ts';
import type { Scenario } from '../../scenario.ts';

const PASSWORD = '<label>Password <input type="password" autocomplete="current-password"></label>';
const EXPECT = { state: 'danger', findings: ['http-page', 'password-over-http'] } as const;

/** A plain http page with one more password field somewhere. */
function passwordPage(id: string, title: string, body: string, note?: string): Scenario {
  const url = `http://${id}.lab.test/`;
  return {
    id,
    title,
    url,
    serves: { [url]: page({ title, body }) },
    expect: EXPECT,
    ...(note === undefined ? {} : { note }),
  };
}

/** Sites where the notice is turned off at the same moment. */
export const MUTED_AT_ONCE = Array.from({ length: 8 }, (_, index) => `http://field-mute-${index}.lab.test/`);

export const small: readonly Scenario[] = [
  passwordPage(
    'field-notice-modal-dialog',
    'A sign-in in a modal dialog over http',
    `<dialog>${PASSWORD}<form method="dialog"><button id="close">Close</button></form></dialog>
<script>document.querySelector('dialog').showModal()</script>`,
    'The dialog makes the rest of the page inert; the notice stands above it and can be pressed.',
  ),
  passwordPage(
    'field-notice-late-dialog',
    'A modal dialog opened after the notice over http',
    `${PASSWORD}<button id="open">Sign in</button>
<dialog style="width: 90vw; height: 90vh">Terms <button id="close">Close</button></dialog>
<script>
const dialog = document.querySelector('dialog');
document.querySelector('#open').addEventListener('click', () => dialog.showModal());
document.querySelector('#close').addEventListener('click', () => dialog.close());
</script>`,
  ),
  passwordPage(
    'field-notice-shadow-dialog',
    'A modal dialog in a closed shadow tree over http',
    `${PASSWORD}<button id="open">Sign in</button><div id="box"></div>
<script>
const root = document.querySelector('#box').attachShadow({ mode: 'closed' });
root.innerHTML = '<dialog><button>Close</button></dialog>';
const dialog = root.querySelector('dialog');
document.querySelector('#open').addEventListener('click', () => dialog.showModal());
</script>`,
  ),
  {
    id: 'field-mute-at-once',
    title: 'Eight sites that ask for a password over http',
    url: MUTED_AT_ONCE[0] ?? '',
    serves: Object.fromEntries(
      MUTED_AT_ONCE.map((url) => [url, page({ title: 'A site of its own', body: PASSWORD })]),
    ),
    expect: EXPECT,
  },
];
