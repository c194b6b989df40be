# Only connections from this address may say which scheme was used.
uvicorn app:app --proxy-headers --forwarded-allow-ips 10.0.0.5

# gunicorn in front of Flask or Django:
gunicorn app:app --forwarded-allow-ips 10.0.0.5
