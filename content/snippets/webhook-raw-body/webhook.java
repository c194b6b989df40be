@PostMapping("/webhook")
ResponseEntity<String> webhook(
        // byte[] and not a class: Jackson would parse the body.
        @RequestBody byte[] body,
        @RequestHeader(name = "X-Hub-Signature-256", defaultValue = "") String sent) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    var own = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    // isEqual takes the same time wherever the two differ.
    if (!MessageDigest.isEqual(own.getBytes(UTF_8), sent.getBytes(UTF_8))) {
        return ResponseEntity.status(401)
                .header("WWW-Authenticate", "HMAC-SHA256 realm=\"webhook\"") // our own scheme
                .body("The signature does not match.");
    }
    return ResponseEntity.ok("received");
}
