# This option adds the word by itself. Either this,
# or -H "Authorization: Bearer $TOKEN"; both together are two words.
curl -s -o /dev/null -w '%{http_code}\n' \
  --oauth2-bearer "$TOKEN" "$DOORMAN/"
