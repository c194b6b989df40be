# curl joins the two with a colon and encodes them in Base64.
# With -v it shows the header that it sends.
curl -s -o /dev/null -w '%{http_code}\n' \
  -u "$USERNAME:$PASSWORD" "$DOORMAN/"
