import { wayExam } from '../way-exam';

export default wayExam('Exam: building APIs', [
  'scope-or-role-too-small',
  'csrf-token-missing',
  'hidden-behind-404',
  'step-up',
  'anonymous-gets-403',
]);
