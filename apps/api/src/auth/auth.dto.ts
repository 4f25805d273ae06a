import { type Role, roles } from '@klimaspur/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Whom a sign-in link is for. */
export class LoginLinkBody {
  @ApiProperty({ enum: roles })
  readonly role!: Role;

  @ApiPropertyOptional({ format: 'uuid', description: 'the town the role is for' })
  readonly municipality?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'somebody who is here already' })
  readonly person?: string;
}

export class LoginLinkAnswer {
  @ApiProperty({ description: 'to be opened once, in a browser' })
  readonly url!: string;

  @ApiProperty({ format: 'date-time' })
  readonly expiresAt!: string;
}

export class SessionBody {
  @ApiProperty({ description: 'the code in the sign-in link' })
  readonly code!: string;

  @ApiPropertyOptional({ maxLength: 80, description: 'name under which the entries appear' })
  readonly label?: string;
}

export class LabelBody {
  @ApiProperty({ maxLength: 80 })
  readonly label!: string;
}

export class RoleAnswer {
  @ApiProperty({ enum: roles })
  readonly role!: Role;

  @ApiPropertyOptional({ format: 'uuid' })
  readonly municipality?: string;
}

export class ViewerAnswer {
  @ApiProperty({ format: 'uuid', description: 'the pseudonym that the log knows' })
  readonly person!: string;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ type: () => [RoleAnswer] })
  readonly roles!: readonly RoleAnswer[];
}
