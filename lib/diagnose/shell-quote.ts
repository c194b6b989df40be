/** One word of a POSIX shell that means exactly these characters (XCU §2.2); what a terminal acts on is left out. */
export function shellQuote(text: string): string {
  const plain = text.replace(/[\0-\x1f\x7f-\x9f]/g, '');
  return /^[A-Za-z0-9/:][A-Za-z0-9_@%+=:,./-]*$/.test(plain) ? plain : `'${plain.replaceAll("'", `'\\''`)}'`;
}
