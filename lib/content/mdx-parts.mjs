// A plugin of the MDX compiler (rehype): it parts a text where it is compiled, so that each sandbox stays in view as long as the
// text is about it, and names the headings.

/**
 * A node of the tree that the compiler hands over, as far as it is read here.
 * @typedef {{ type: string, tagName?: string, name?: string | null, value?: string, children?: Node[] }} Node
 */

/** @param {Node} node */
const isHeading = ({ tagName }) => tagName === 'h2';
/** @param {Node} node */
const isSandbox = ({ name }) => name === 'Sandbox';
/** What is no block of the text: space between blocks, and what only the program sees. @param {Node} node */
const isBetween = ({ type, value = '' }) => type === 'mdxjsEsm' || (type === 'text' && !value.trim());

/** The words of a node, without their marks. @param {Node} node @returns {string} */
const plain = ({ value, children = [] }) => value ?? children.map(plain).join('');

/**
 * Where parts begin, each with one sandbox at most: at the last heading before its sandbox, or at the sandbox itself if no
 * heading stands between it and the one before.
 * @param {readonly Node[]} blocks
 * @returns {number[]}
 */
function starts(blocks) {
  const sandboxes = blocks.flatMap((block, index) => (isSandbox(block) ? [index] : []));
  return sandboxes.slice(1).map((place, index) => {
    const between = blocks.slice(0, place).findLastIndex(isHeading);
    return between > (sandboxes[index] ?? 0) ? between : place;
  });
}

/**
 * One part of a text as the element `Part`, which says how many blocks it has, and whether it is the first or the last.
 * @param {readonly Node[]} children @param {number} index @param {number} count
 */
function part(children, index, count) {
  const flags = [...(index === 0 ? ['isFirst'] : []), ...(index === count - 1 ? ['isLast'] : [])];
  const attribute = (/** @type {string} */ name, /** @type {string | null} */ value = null) => ({
    type: 'mdxJsxAttribute',
    name,
    value,
  });
  return {
    type: 'mdxJsxFlowElement',
    name: 'Part',
    attributes: [attribute('blocks', String(children.length)), ...flags.map((flag) => attribute(flag))],
    children: [...children],
  };
}

/** `export const headings = […]`, as the compiler wants it. @param {readonly string[]} headings */
function headingsModule(headings) {
  const elements = headings.map((value) => ({ type: 'Literal', value, raw: JSON.stringify(value) }));
  const declarator = {
    type: 'VariableDeclarator',
    id: { type: 'Identifier', name: 'headings' },
    init: { type: 'ArrayExpression', elements },
  };
  const declaration = { type: 'VariableDeclaration', kind: 'const', declarations: [declarator] };
  const exported = { type: 'ExportNamedDeclaration', specifiers: [], source: null, declaration };
  const estree = { type: 'Program', sourceType: 'module', body: [exported], comments: [] };
  return { type: 'mdxjsEsm', value: '', data: { estree } };
}

/** Puts the blocks of a text into elements `Part`, and exports its headings of the second level as `headings`. */
export default function mdxParts() {
  return (/** @type {{ children: Node[] }} */ tree) => {
    const blocks = tree.children.filter((node) => !isBetween(node));
    const modules = tree.children.filter(({ type }) => type === 'mdxjsEsm');
    const places = [0, ...starts(blocks)];
    const parts = places.map((start, index) =>
      part(blocks.slice(start, places[index + 1]), index, places.length),
    );
    const headings = blocks.filter(isHeading).map(plain);
    tree.children = [...modules, headingsModule(headings), ...parts];
  };
}
