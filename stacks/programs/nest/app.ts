// Nest with the guard of its documentation and @nestjs/jwt.
import 'reflect-metadata';
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  type ForbiddenException,
  Get,
  Injectable,
  Module,
  NotFoundException,
  Req,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JwtModule, JwtService } from '@nestjs/jwt';

@Injectable()
class AuthGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const [type, token] = request.headers.authorization?.split(' ') ?? [];
    if (type !== 'Bearer' || !token) throw new UnauthorizedException();
    try {
      request.user = await this.jwt.verifyAsync(token, {
        audience: 'https://api.example',
        issuer: 'https://login.example',
      });
    } catch {
      throw new UnauthorizedException();
    }
    return true;
  }
}

/** A guard that says false, as a guard for roles does. */
@Injectable()
class AdaGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return context.switchToHttp().getRequest().user.sub === 'ada';
  }
}

@Controller()
@UseGuards(AuthGuard)
class Doors {
  @Get('private')
  open() {
    return 'Come in.\n';
  }

  @Get('admin')
  @UseGuards(AdaGuard)
  admin() {
    return 'Come in.\n';
  }

  @Get('hidden')
  hidden(@Req() request: { user: { sub: string } }) {
    if (request.user.sub !== 'ada') throw new NotFoundException();
    return 'Come in.\n';
  }
}

@Module({
  imports: [JwtModule.register({ global: true, secret: 'a-toy-secret-that-opens-nothing-else-0123456789' })],
  controllers: [Doors],
})
class App {}

const app = await NestFactory.create(App, { logger: false });
if (process.env.VARIANT === 'configured') {
  app.useGlobalFilters({
    catch(error: UnauthorizedException | ForbiddenException, host) {
      const response = host.switchToHttp().getResponse();
      const sent = /^Bearer /i.test(host.switchToHttp().getRequest().headers.authorization ?? '');
      const status = error.getStatus?.() ?? 500;
      if (status === 401) response.set('WWW-Authenticate', `Bearer realm="api"${sent ? ', error="invalid_token"' : ''}`);
      response.status(status).json(error.getResponse?.());
    },
  });
}
await app.listen(Number(process.env.PORT));
