// punycode.js has no types of its own, and those of `punycode` are for another name: Node has a deprecated module called `punycode`.
declare module 'punycode.js/punycode.es6.js' {
  /** Decodes a label without its `xn--`. Throws RangeError for what is malformed or beyond Unicode. */
  export function decode(input: string): string;
}
