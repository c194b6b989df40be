import { useQuery } from '@/components/ui/use-query';
import { type Answers, answersIn, queryOf } from '@/lib/search/questions';

/** The answers as the address holds them, and the way to change some; a reload or a link brings them back. */
export function useAnswers(): readonly [Answers, (some: Partial<Answers>) => void] {
  return useQuery(answersIn, queryOf);
}
