/** The tools of the sandbox: each is a component in this folder and an entry here. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { signingSchemes, type ToolProps } from './tool';

interface Tool {
  /** As the button that opens the tools names it. */
  readonly name: string;
  /** The schemes that it is for; all where there are none. */
  readonly schemes?: readonly string[];
  readonly View: LazyExoticComponent<ComponentType<ToolProps>>;
}

/** In the order in which they stand on the page. */
const tools: readonly Tool[] = [
  { name: 'DPoP', schemes: ['DPoP'], View: lazy(() => import('./ProofTool')) },
  { name: 'Digest', schemes: ['Digest'], View: lazy(() => import('./DigestTool')) },
  { name: 'Signing', schemes: signingSchemes, View: lazy(() => import('./SigningTool')) },
  { name: 'Base64, JWT, time', View: lazy(() => import('./ValueTools')) },
];

/** The tools for an exercise with these schemes. */
export const toolsFor = (schemes: readonly string[]): readonly Tool[] =>
  tools.filter((tool) => !tool.schemes || tool.schemes.some((name) => schemes.includes(name)));
