import axios from 'axios';

const { DOORMAN, USERNAME, PASSWORD } = process.env;

// "auth" replaces an Authorization in "headers".
const { status } = await axios.get(`${DOORMAN}/`, {
  auth: { username: USERNAME, password: PASSWORD },
});
console.log(status);
