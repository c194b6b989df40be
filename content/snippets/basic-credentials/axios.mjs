import axios from 'axios';

const { DOORMAN, USERNAME, PASSWORD } = process.env;

// "auth" wins over an Authorization that stands in "headers".
const { status } = await axios.get(`${DOORMAN}/`, {
  auth: { username: USERNAME, password: PASSWORD },
});
console.log(status);
