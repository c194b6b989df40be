<?php
// Slim 3 with a middleware for passwords.
require 'Psr/Http/Message/autoload.php';
require 'Slim/autoload.php';

$passwords = ['ada' => 'toy-teapot', 'grace' => 'toy-kettle'];
$app = new \Slim\App();

$known = function ($request, $response, $next) use ($passwords) {
    [$name, $password] = array_pad(explode(':', $request->getUri()->getUserInfo(), 2), 2, '');
    if ($name === '' || ($passwords[$name] ?? null) !== $password) {
        return $response->withStatus(401)->withHeader('WWW-Authenticate', 'Basic realm="api"');
    }
    return $next($request->withAttribute('user', $name), $response);
};
$welcome = fn ($request, $response) => $response->write("Come in.\n");
$app->get('/private', $welcome)->add($known);
$app->get('/admin', fn ($request, $response) => $request->getAttribute('user') === 'ada'
    ? $welcome($request, $response)
    : $response->withStatus(403))->add($known);
$app->get('/hidden', function ($request, $response) use ($welcome) {
    if ($request->getAttribute('user') !== 'ada') {
        throw new \Slim\Exception\NotFoundException($request, $response);
    }
    return $welcome($request, $response);
})->add($known);
$app->run();
