# The password is hashed with: caddy hash-password
cat > Caddyfile <<'CADDY'
kettle.example {
    basic_auth {
        ada $2a$14$replace-me-with-the-hash
    }
    reverse_proxy 127.0.0.1:3000 {
        header_up -Authorization
    }
}
CADDY
caddy reload --config Caddyfile
