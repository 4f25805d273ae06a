import { catalogue, checkData, DomainError, isUuid } from '@klimaspur/domain';
import { Vault } from '@klimaspur/vault';
import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';
import { CurrentViewer, SignedIn } from './auth.guard.js';
import {
  LabelBody,
  LoginLinkAnswer,
  LoginLinkBody,
  SessionBody,
  ViewerAnswer,
} from './auth.dto.js';
import { labelFrom, LoginLinks } from './login-links.js';
import { isOperator, roleFor } from './rights.js';
import { Sessions } from './sessions.js';
import { SignInAddress } from './sign-in-address.js';
import type { Viewer } from './viewer.js';

/** Who is signed in, and how others are let in. */
@ApiTags('access')
@Controller('api/v1')
export class AuthController {
  constructor(
    private readonly links: LoginLinks,
    private readonly sessions: Sessions,
    private readonly address: SignInAddress,
    private readonly vault: Vault,
  ) {}

  @Post('login-links')
  @SignedIn()
  @ApiBearerAuth()
  @ApiCreatedResponse({ type: LoginLinkAnswer })
  @ApiOperation({ operationId: 'makeLoginLink', summary: 'Invite somebody by a one-time link.' })
  async makeLink(
    @Body() body: LoginLinkBody,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
  ): Promise<LoginLinkAnswer> {
    const { role, municipality, person } = invitationFrom(body);
    if (!roleFor(viewer.roles, catalogue.PersonRoleGranted, { municipality, role })) {
      throw new Refusal('auth/not-allowed');
    }
    // Whoever has the link is that person, in all their roles.
    if (person !== undefined && person !== viewer.person && !isOperator(viewer)) {
      throw new Refusal('auth/not-allowed');
    }
    const { code, expiresAt } = await this.links.make(
      { role, municipality, person },
      viewer.person,
    );
    return {
      url: this.address.of(code, `${request.protocol}://${request.host}`),
      expiresAt: new Date(expiresAt).toISOString(),
    };
  }

  @Post('sessions')
  @ApiCreatedResponse({ type: ViewerAnswer })
  @ApiOperation({ operationId: 'signIn', summary: 'Use a sign-in link; sets the cookie.' })
  async signIn(
    @Body() body: SessionBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ViewerAnswer> {
    const { code, label } = (body ?? {}) as Partial<SessionBody>;
    this.sessions.refuseForeign(request);
    const { person, session } = await this.links.redeem(String(code ?? ''), label);
    this.sessions.begin(reply, session);
    return this.sessions.describe(person);
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'End the session of the cookie.' })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(request, reply);
  }

  @Get('me')
  @SignedIn()
  @ApiBearerAuth()
  @ApiOkResponse({ type: ViewerAnswer })
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'me', summary: 'Who is signed in here, with which roles.' })
  me(@CurrentViewer() { person, label, roles }: Viewer): ViewerAnswer {
    return { person, label, roles };
  }

  @Post('me/label')
  @HttpCode(200)
  @SignedIn()
  @ApiBearerAuth()
  @ApiOkResponse({ type: ViewerAnswer })
  @ApiOperation({
    operationId: 'relabel',
    summary: 'Change the name all own entries appear under.',
  })
  async relabel(@Body() body: LabelBody, @CurrentViewer() viewer: Viewer): Promise<ViewerAnswer> {
    const { person, roles } = viewer;
    const label = labelFrom((body as Partial<LabelBody> | undefined)?.label);
    await this.vault.relabel(person, label);
    return { person, label, roles };
  }
}

/** The role is judged by the rules of the event that the link will lead to. */
function invitationFrom(body: unknown): LoginLinkBody {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal('request/not-an-object');
  }
  const { person, ...data } = body as Record<string, unknown>;
  const issues = [...checkData(catalogue.PersonRoleGranted, data)];
  const missesTown = data['role'] !== 'OPERATOR' && data['municipality'] === undefined;
  if (issues.length === 0 && missesTown) {
    issues.push({ path: 'municipality', code: 'field/missing', params: {} });
  }
  if (data['role'] === 'OPERATOR' && data['municipality'] !== undefined) {
    issues.push({ path: 'municipality', code: 'role/instance-wide', params: {} });
  }
  if (person !== undefined && !isUuid(person)) {
    issues.push({ path: 'person', code: 'field/not-an-id', params: {} });
  }
  if (issues.length > 0) throw new DomainError('command/invalid', issues);
  return body as LoginLinkBody;
}
