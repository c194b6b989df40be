<?php
// bootstrap/app.php, Laravel 11 and later
use Illuminate\Foundation\Application;
use Illuminate\Foundation\Configuration\Middleware;

return Application::configure(basePath: dirname(__DIR__))
    ->withMiddleware(function (Middleware $middleware) {
        // Name the proxy. '*' trusts everybody who can reach the application.
        $middleware->trustProxies(at: ['10.0.0.5']);
    })
    ->create();
