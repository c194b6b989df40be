import axios from 'axios';

const { DOORMAN, TOKEN } = process.env;
const api = axios.create({ baseURL: DOORMAN });

// The word is added here only: TOKEN holds the token without it.
api.interceptors.request.use((config) => {
  if (!TOKEN) throw new Error('There is no token.');
  config.headers.set('Authorization', `Bearer ${TOKEN}`);
  return config;
});

const { status } = await api.get('/');
console.log(status);
