/** Whether this process can do its work. */
import { currentStore } from '@/lib/store/current';
import { isDraining } from '@/lib/wire/draining';
import { serverSecret } from './secret';

/** Why requests should go elsewhere, in a sentence; undefined where this process is ready. */
export async function unreadiness(): Promise<string | undefined> {
  if (isDraining()) return 'This server was asked to end.';
  try {
    serverSecret();
  } catch {
    return 'This server has no secret.';
  }
  return currentStore()
    .check()
    .then(
      () => undefined,
      () => 'The store does not answer.',
    );
}

/** What is wrong though this process does its work: something that its operator has to fix. */
export function trouble(): string | undefined {
  return currentStore().trouble?.();
}
