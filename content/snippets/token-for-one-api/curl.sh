token=$(curl -s "$DOORMAN/token" -u "$CLIENT_ID:$CLIENT_SECRET" \
  -d grant_type=client_credentials \
  -d resource=https://parcels.example |
  sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p')

curl -s -o /dev/null -w '%{http_code}\n' "$DOORMAN/parcels" \
  -H "Authorization: Bearer $token"
