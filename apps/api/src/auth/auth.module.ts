import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { Authentication } from './authentication.js';
import { ForgettingController } from './forgetting.controller.js';
import { FirstOperator } from './first-operator.js';
import { LoginLinks } from './login-links.js';
import { ReturnAddress } from './return-address.js';
import { Sessions } from './sessions.js';
import { SignInAddress } from './sign-in-address.js';
import { SignInController } from './sign-in.controller.js';

@Global()
@Module({
  controllers: [AuthController, ForgettingController, SignInController],
  providers: [
    Authentication,
    FirstOperator,
    LoginLinks,
    ReturnAddress,
    Sessions,
    SignInAddress,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [FirstOperator, LoginLinks, Sessions, SignInAddress],
})
export class AuthModule {}
