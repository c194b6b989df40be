# Lays out the folders that Jetty wants, and starts it.
mkdir -p "$DIR/webapps/ROOT/WEB-INF" "$DIR/etc" "$DIR/resources"
cp "$DIR/web.xml" "$DIR/webapps/ROOT/WEB-INF"
cp "$DIR/ROOT.xml" "$DIR/webapps"
echo 'Come in.' | tee "$DIR/webapps/ROOT/private" > "$DIR/webapps/ROOT/admin"
cd "$DIR"
exec java -jar /usr/share/jetty9/start.jar jetty.home=/usr/share/jetty9 jetty.base="$DIR" \
  --module=http,deploy,webapp,security jetty.http.host=127.0.0.1 jetty.http.port="$PORT"
