import os
import requests

response = requests.get(os.environ['DOORMAN'] + '/')

# None where a server forgot its challenge.
print(response.status_code)
print(response.headers.get('WWW-Authenticate'))
