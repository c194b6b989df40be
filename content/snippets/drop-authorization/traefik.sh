# Labels of a container. Traefik removes the header after it has checked the password.
docker run -d --name kettle \
  --label 'traefik.http.routers.kettle.rule=Host(`kettle.example`)' \
  --label 'traefik.http.routers.kettle.middlewares=kettle-auth' \
  --label 'traefik.http.middlewares.kettle-auth.basicauth.usersfile=/etc/traefik/htpasswd' \
  --label 'traefik.http.middlewares.kettle-auth.basicauth.removeheader=true' \
  kettle:1.0
