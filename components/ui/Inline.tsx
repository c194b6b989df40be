import { Fragment } from 'react';

/** A line of text in which `backticks` mark code and *asterisks* mark stress. */
export function Inline({ text }: { readonly text: string }) {
  if (!/[`*]|\w_\w/.test(text)) return text;
  return text.split(/(`[^`]+`|\*[^*\s][^*]*\*)/).map((part, index) => {
    const key = index;
    if (index % 2 === 0) return <Fragment key={key}>{breakable(part)}</Fragment>;
    const inner = part.slice(1, -1);
    return part.startsWith('`') ? (
      <code key={key} className="text-[0.9em] [overflow-wrap:anywhere]">
        {breakable(inner)}
      </code>
    ) : (
      <em key={key}>{inner}</em>
    );
  });
}

/** A name like insufficient_user_authentication may be wider than a phone: it breaks after its lines. */
function breakable(text: string) {
  return text.split(/(?<=\w_)(?=\w)/).map((piece, index) => {
    const key = index;
    return (
      <Fragment key={key}>
        {index > 0 ? <wbr /> : null}
        {piece}
      </Fragment>
    );
  });
}
