<?php
// Symfony's security bundle with http_basic, in one file.
require 'Symfony/Bundle/FrameworkBundle/autoload.php';
require 'Symfony/Bundle/SecurityBundle/autoload.php';

use Symfony\Bundle\FrameworkBundle\Kernel\MicroKernelTrait;
use Symfony\Component\DependencyInjection\Loader\Configurator\ContainerConfigurator;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;
use Symfony\Component\HttpKernel\Kernel as BaseKernel;
use Symfony\Component\Routing\Loader\Configurator\RoutingConfigurator;

class Kernel extends BaseKernel
{
    use MicroKernelTrait;

    public function registerBundles(): iterable
    {
        return [new Symfony\Bundle\FrameworkBundle\FrameworkBundle(), new Symfony\Bundle\SecurityBundle\SecurityBundle()];
    }

    public function getProjectDir(): string { return getenv('DIR'); }

    public function configureContainer(ContainerConfigurator $container): void
    {
        $container->extension('framework', ['secret' => 'toy-secret', 'http_method_override' => false]);
        $container->extension('security', [
            'enable_authenticator_manager' => true,
            'password_hashers' => ['Symfony\Component\Security\Core\User\InMemoryUser' => 'plaintext'],
            'providers' => ['people' => ['memory' => ['users' => [
                'ada' => ['password' => 'toy-teapot', 'roles' => ['ROLE_ADMIN', 'ROLE_USER']],
                'grace' => ['password' => 'toy-kettle', 'roles' => ['ROLE_USER']],
            ]]]],
            'firewalls' => ['main' => ['stateless' => true, 'http_basic' => null]],
            'access_control' => [
                ['path' => '^/admin', 'roles' => 'ROLE_ADMIN'],
                ['path' => '^/(private|hidden)', 'roles' => 'ROLE_USER'],
            ],
        ]);
        $container->services()->set('logger', Psr\Log\NullLogger::class);
    }

    public function configureRoutes(RoutingConfigurator $routes): void
    {
        $routes->add('private', '/private')->controller([$this, 'welcome'])->methods(['GET']);
        $routes->add('admin', '/admin')->controller([$this, 'welcome'])->methods(['GET']);
        $routes->add('hidden', '/hidden')->controller([$this, 'hidden'])->methods(['GET']);
    }

    public function welcome(): Response { return new Response("Come in.\n"); }

    public function hidden(): Response
    {
        if (!$this->getContainer()->get('security.authorization_checker')->isGranted('ROLE_ADMIN')) {
            throw new NotFoundHttpException();
        }
        return $this->welcome();
    }
}

$kernel = new Kernel('prod', false);
$response = $kernel->handle($request = Request::createFromGlobals());
$response->send();
$kernel->terminate($request, $response);
