<?php
$body = file_get_contents('php://input'); // before json_decode
$secret = getenv('WEBHOOK_SECRET') ?: throw new RuntimeException('WEBHOOK_SECRET is not set.');
$own = 'sha256=' . hash_hmac('sha256', $body, $secret);
$sent = $_SERVER['HTTP_X_HUB_SIGNATURE_256'] ?? '';

if (!hash_equals($own, $sent)) {
    http_response_code(401);
    header('WWW-Authenticate: HMAC-SHA256 realm="webhook"'); // our own scheme
    exit(json_encode(['error' => 'The signature does not match.']));
}
$event = json_decode($body, true);
echo json_encode(['received' => $event]);
