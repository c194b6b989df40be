import { wayExam } from '../way-exam';

export default wayExam('Exam: running servers and proxies', [
  'anonymous-gets-403',
  'firewall-or-bot-rule',
  'hidden-behind-404',
  'step-up',
  'credentials-not-sent',
  'wrong-field-name',
]);
