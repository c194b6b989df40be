# echo would add a line feed, printf does not.
# GNU base64 breaks the line after 76 characters: tr joins it.
credentials=$(printf '%s:%s' "$USERNAME" "$PASSWORD" |
  base64 | tr -d '\n')

curl -s -o /dev/null -w '%{http_code}\n' \
  -H "Authorization: Basic $credentials" "$DOORMAN/"
