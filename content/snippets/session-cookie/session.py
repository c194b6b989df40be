import os
import requests

url = os.environ['DOORMAN']
login = {'username': os.environ['USERNAME'], 'password': os.environ['PASSWORD']}

# requests.get would forget the cookie, a Session keeps it.
with requests.Session() as session:
    session.post(url + '/login', json=login).raise_for_status()
    # It is Secure, and requests holds it back from http.
    # With https this loop is wrong; for http://localhost it helps.
    for cookie in session.cookies:
        cookie.secure = False
    print(session.get(url + '/').status_code)
