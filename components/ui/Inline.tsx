import { Fragment } from 'react';

/** A line of text in which `backticks` mark code and *asterisks* mark stress. */
export function Inline({ text }: { readonly text: string }) {
  return text.split(/(`[^`]+`|\*[^*\s][^*]*\*)/).map((part, index) => {
    const key = index;
    if (index % 2 === 0) return <Fragment key={key}>{breakable(part)}</Fragment>;
    const inner = part.slice(1, -1);
    return part.startsWith('`') ? (
      <code key={key} className="text-[0.9em] [overflow-wrap:anywhere]">
        {inner}
      </code>
    ) : (
      <em key={key}>{inner}</em>
    );
  });
}

/** A name like insufficient_user_authentication may be wider than a phone: it breaks after its lines. */
function breakable(text: string) {
  const [first = '', ...rest] = text.split(/(?<=\w_)(?=\w)/);
  if (rest.length === 0) return first;
  return [
    first,
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name than their place
    ...rest.flatMap((piece, index) => [<wbr key={index} />, piece]),
  ];
}
