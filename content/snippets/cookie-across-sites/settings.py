# For pages of another site. Within one site keep 'Lax', the default.
SESSION_COOKIE_SAMESITE = 'None'
SESSION_COOKIE_SECURE = True

# The page cannot read the CSRF cookie of another origin. Send it the
# token in a response, and let it come back in X-CSRFToken.
CSRF_COOKIE_SAMESITE = 'None'
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = ['https://shop.example']

# django-cors-headers:
CORS_ALLOWED_ORIGINS = ['https://shop.example']
CORS_ALLOW_CREDENTIALS = True
