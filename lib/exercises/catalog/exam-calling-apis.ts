import { wayExam } from '../way-exam';

export default wayExam('Exam: calling APIs', [
  'credentials-not-sent',
  'expired-token',
  'bearer-missing-or-doubled',
  'newline-in-base64',
  'scope-or-role-too-small',
  'wrong-audience-or-issuer',
  'wrong-field-name',
]);
