import os
from urllib.parse import quote_plus
import requests

# requests does not encode the two itself.
client = (quote_plus(os.environ['CLIENT_ID']), quote_plus(os.environ['CLIENT_SECRET']))
response = requests.post(
    os.environ['DOORMAN'] + '/token',
    auth=client,
    data={'grant_type': 'client_credentials'},
)
print(response.status_code)
