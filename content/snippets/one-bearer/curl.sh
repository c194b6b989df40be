# This option adds the word automatically. With it, do not also
# write -H "Authorization: Bearer $TOKEN".
curl -s -o /dev/null -w '%{http_code}\n' \
  --oauth2-bearer "$TOKEN" "$DOORMAN/"
