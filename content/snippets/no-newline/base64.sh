# printf ends nothing with a line feed, echo does.
# base64 breaks its line after 76 characters: tr mends that.
credentials=$(printf '%s:%s' "$USERNAME" "$PASSWORD" |
  base64 | tr -d '\n')

curl -s -o /dev/null -w '%{http_code}\n' \
  -H "Authorization: Basic $credentials" "$DOORMAN/"
