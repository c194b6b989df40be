# Only if the proxy sets this header always, and removes what clients send.
SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')

# If the proxy replaces Host, and passes the real one in this header:
USE_X_FORWARDED_HOST = True

ALLOWED_HOSTS = ['app.example']
CSRF_TRUSTED_ORIGINS = ['https://app.example']
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
