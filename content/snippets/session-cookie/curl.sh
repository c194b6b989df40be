jar=$(mktemp)

# -c writes cookies to the file, -b sends them from it.
curl -s -o /dev/null -c "$jar" \
  --data-urlencode "username=$USERNAME" \
  --data-urlencode "password=$PASSWORD" "$DOORMAN/login"
curl -s -o /dev/null -w '%{http_code}\n' -b "$jar" -c "$jar" "$DOORMAN/"

rm "$jar"
