# Lays out the folders that Tomcat wants, and starts it.
mkdir -p "$DIR/conf" "$DIR/webapps/ROOT/WEB-INF" "$DIR/logs" "$DIR/temp" "$DIR/work"
cp "$DIR/server.xml" "$DIR/tomcat-users.xml" "$DIR/conf"
cp /etc/tomcat10/web.xml /etc/tomcat10/catalina.properties "$DIR/conf"
cp "$DIR/web.xml" "$DIR/webapps/ROOT/WEB-INF"
echo 'Come in.' | tee "$DIR/webapps/ROOT/private" > "$DIR/webapps/ROOT/admin"
export CATALINA_HOME=/usr/share/tomcat10 CATALINA_BASE="$DIR"
exec /usr/share/tomcat10/bin/catalina.sh run
