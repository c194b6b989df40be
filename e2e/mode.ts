/** True where the tests run against the server of development (`npm run e2e -- --dev`). */
export const isDevelopment = process.env.DOORMAN_TEST_MODE === 'dev';
