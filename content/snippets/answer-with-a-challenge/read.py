import os
import requests

response = requests.get(os.environ['DOORMAN'] + '/')

# None if the response has no challenge.
print(response.status_code)
print(response.headers.get('WWW-Authenticate'))
