'use client';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { Tabs } from '@/components/ui/Tabs';
import { chooseStack, currentStack, onStackChange } from './stack';

interface SnippetTab {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
  /** The stack that the snippet is written for, if it has a name. */
  readonly stack: string | undefined;
}

const none = () => '';

/** Tabs that open with the stack that was chosen last, on whichever page. */
export function SnippetTabs({ label, tabs }: { label: string; tabs: readonly SnippetTab[] }) {
  const stack = useSyncExternalStore(onStackChange, currentStack, none);
  const [opened, setOpened] = useState<{ readonly id: string; readonly under: string }>();
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const chosen = tabs.find((tab) => tab.stack === stack)?.id;
  // What was opened here stays open until another stack is chosen elsewhere.
  const selected = (opened?.under === stack ? opened.id : chosen) ?? tabs[0]?.id ?? '';
  const open = (id: string) => {
    const next = tabs.find((tab) => tab.id === id)?.stack;
    if (next) chooseStack(next);
    setOpened({ id, under: next ?? stack });
  };
  return (
    <div className="snippet-tabs" data-ready={isReady || undefined}>
      <Tabs label={label} keepMounted tabs={tabs} selected={selected} onSelect={open} />
    </div>
  );
}
