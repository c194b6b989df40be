import os
from base64 import b64encode  # encodebytes breaks lines and adds a line feed
import requests

# A password from a file often ends with a line feed.
password = os.environ['PASSWORD'].removesuffix('\n')
pair = f"{os.environ['USERNAME']}:{password}"

credentials = b64encode(pair.encode()).decode()
headers = {'Authorization': f'Basic {credentials}'}
print(requests.get(os.environ['DOORMAN'] + '/', headers=headers).status_code)
