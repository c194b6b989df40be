# curl sends what stands after -u as it is.
encoded() { node -p 'encodeURIComponent(process.argv[1])' "$1"; }

curl -s -o /dev/null -w '%{http_code}\n' "$DOORMAN/token" \
  -u "$(encoded "$CLIENT_ID"):$(encoded "$CLIENT_SECRET")" \
  -d grant_type=client_credentials
