# curl joins the two by the colon and writes the Base64.
# With -v it shows the line that it sends.
curl -s -o /dev/null -w '%{http_code}\n' \
  -u "$USERNAME:$PASSWORD" "$DOORMAN/"
