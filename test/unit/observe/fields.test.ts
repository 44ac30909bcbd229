// What a field is known by beside its type: tokens, names and labels. How browsers mask a text is tested in the lab (field-masked-text).
import { describe, expect, it } from 'vitest';
import { takeDom } from '../../../lib/observe/dom.ts';
import { fieldKind } from '../../../lib/observe/fields.ts';

/** Only what the prototypes are asked for: attributes. */
class FakeElement {
  readonly attributes: Readonly<Record<string, string>>;
  readonly type: string;
  readonly textContent: string | undefined;
  readonly contentEditable = 'inherit';
  readonly previous: FakeElement | null;
  constructor(
    attributes: Readonly<Record<string, string>>,
    previous: FakeElement | null = null,
    text?: string,
  ) {
    this.attributes = attributes;
    this.previous = previous;
    this.textContent = text;
    this.type = attributes['type'] ?? 'text';
  }
  getAttribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }
  get localName(): string {
    return this.textContent === undefined ? 'input' : 'label';
  }
  get previousElementSibling(): FakeElement | null {
    return this.previous;
  }
}

class FakeNode {
  get baseURI(): string {
    return '';
  }
  get isConnected(): boolean {
    return true;
  }
  get parentElement(): null {
    return null;
  }
}

Object.assign(globalThis, { Element: FakeElement, Node: FakeNode, Document: { prototype: {} } });
// Of the document only elements are made, and none here.
takeDom({} as Document);

/** A secure page: no style is computed there. */
const WINDOW = { isSecureContext: true } as Window;

function kindOf(attributes: Readonly<Record<string, string>>, label?: string): unknown {
  const previous = label === undefined ? null : new FakeElement({ for: 'f1' }, null, label);
  return fieldKind(new FakeElement(attributes, previous) as unknown as Element, 'input', WINDOW);
}

describe('fieldKind', () => {
  it.each([
    [{ name: 'password' }],
    [{ id: 'login_Pwd' }],
    [{ autocomplete: 'section-a CURRENT-PASSWORD' }],
    [{ placeholder: '请输入登录密码' }],
    [{ 'aria-label': '支付口令' }],
    [{ type: 'password', name: 'otp' }],
    [{ type: 'tel', name: 'passwd' }],
  ])('is a password: %o', (attributes) => expect(kindOf(attributes)).toBe('password'));

  it.each([
    [{ autocomplete: 'cc-number' }],
    [{ autocomplete: 'billing CC-CSC' }],
    [{ name: 'bankcard' }],
    [{ name: 'card_no' }],
    [{ name: 'idCardNumber' }],
    [{ placeholder: '银行卡号' }],
    [{ placeholder: '身份證號碼' }],
  ])('is a card: %o', (attributes) => expect(kindOf(attributes)).toBe('card'));

  it.each([
    [{ autocomplete: 'One-Time-Code' }],
    [{ name: 'smscode' }],
    [{ id: 'user_otp' }],
    [{ placeholder: '短信验证码' }],
    [{ placeholder: '驗證碼' }],
  ])('is a one-time code: %o', (attributes) => expect(kindOf(attributes)).toBe('oneTimeCode'));

  it.each([
    [{ name: 'mail', type: 'email' }],
    [{ placeholder: '图形验证码' }],
    [{ name: 'discard' }],
    [{ name: 'accno' }],
    [{ name: 'hotpot' }],
  ])('is a text: %o', (attributes) => expect(kindOf(attributes)).toBe('text'));

  it('reads a label, and no sentence', () => {
    expect(kindOf({ id: 'f1' }, ' 银行卡号 ')).toBe('card');
    expect(kindOf({ name: 'f1' }, ' 银行卡号 '), 'of another field').toBe('text');
    expect(kindOf({ id: 'f1' }, 'We send you a link with which you choose a new password')).toBe('text');
  });

  it.each(['hidden', 'checkbox', 'submit', 'file', 'range'])('is not a field: %s', (type) =>
    expect(kindOf({ type, name: 'password' })).toBeNull(),
  );
});
