/** Numbers and days in words. */

/** `1 question`, `3 questions`; `many` where an s is not all that changes. */
export function amount(count: number, singular: string, many = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : many}`;
}

/** `Thursday, 5 March` for a day such as 2026-03-05. */
export function dayName(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00.000Z`));
}
