import { render } from '@testing-library/react';
import { CircleCheck, GripVertical, type IconNode, Lock, Monitor } from 'lucide';
import { expect, test } from 'vitest';
import { Icon } from './Icon';

const drawn = (icon: React.ReactElement) => render(icon).container.querySelector('svg') as SVGSVGElement;

/** Names and values of the attributes, in the form of `lucide`. */
const attributesOf = (element: Element) =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
const asText = (shapes: IconNode) =>
  shapes.map(([tag, attributes]) => [
    tag,
    Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
  ]);

test.each(Object.entries({ CircleCheck, GripVertical, Lock, Monitor }))(
  'draws every shape of %s',
  (_, of) => {
    const shapes = [...drawn(<Icon of={of} />).children];
    expect(shapes.length).toBeGreaterThan(0);
    expect(shapes.map((shape) => [shape.tagName, attributesOf(shape)])).toEqual(asText(of));
  },
);

test('draws lines of width 2 in the colour of the text, on a square of 24, for the eye alone', () => {
  expect(attributesOf(drawn(<Icon of={Lock} />))).toEqual({
    width: '24',
    height: '24',
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  });
});

test('takes every attribute of an svg, in place of the usual', () => {
  const icon = drawn(<Icon of={Lock} className="size-3" strokeWidth={3} />);
  expect(icon.getAttribute('class')).toBe('size-3');
  expect(icon.getAttribute('stroke-width')).toBe('3');
});

test('is not hidden where it has a name', () => {
  const icon = drawn(<Icon of={Lock} role="img" aria-label="Locked" />);
  expect(icon.hasAttribute('aria-hidden')).toBe(false);
  expect(icon.getAttribute('aria-label')).toBe('Locked');
});
