'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { carryPaste, diagnosis } from '@/components/search/paste';
import { PasteBox } from './PasteBox';

/** The box on another page: it carries what it is given to the diagnosis, in memory. */
export function CarryBox() {
  const [typed, setTyped] = useState('');
  const router = useRouter();
  const carry = (text: string) => {
    if (!text.trim()) return;
    carryPaste(text);
    router.push(diagnosis);
  };
  return (
    <PasteBox
      shown={typed}
      note=""
      isBusy={false}
      onType={setTyped}
      onPaste={carry}
      onFile={async (file) => carry(await file.slice(0, 21_000_000).text())}
      onSubmit={() => carry(typed)}
      rows={4}
    />
  );
}
