import { categories, type Category } from '@klimaspur/domain';
import { Body, Controller, HttpCode, Param, Post, Res, type Type, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentViewer, SignedIn } from '../auth/auth.guard.js';
import type { Viewer } from '../auth/viewer.js';
import { BodyPipe } from './body.pipe.js';
import { describeWrite } from './describe-write.js';
import { collections, type Door, doors } from './doors.js';
import { ForDoor, WriteGuard } from './write.guard.js';
import { type EntryBody, RecordEntry, type Recorded } from './record-entry.command.js';
import { WriteHeaders, type WriteOptions } from './write-headers.js';
import { WriteAnswer } from './write-answer.js';

type Write = (
  this: { readonly bus: CommandBus; readonly answer: WriteAnswer },
  id: string | undefined,
  body: EntryBody,
  viewer: Viewer,
  options: WriteOptions,
  reply: FastifyReply,
) => Promise<Recorded>;

/** One controller for each aggregate, with one route for each of its commands. */
export const writeControllers: readonly Type[] = categories.map(controllerOf);

function controllerOf(category: Category): Type {
  @ApiTags(collections[category])
  @ApiBearerAuth()
  @SignedIn()
  @UseGuards(WriteGuard)
  @Controller(`api/v1/${collections[category]}`)
  class Writes {
    constructor(
      readonly bus: CommandBus,
      readonly answer: WriteAnswer,
    ) {}
  }
  Object.defineProperty(Writes, 'name', { value: `${category}Writes` });
  for (const door of doors) if (door.category === category) addRoute(Writes, door);
  return Writes;
}

function addRoute(controller: Type, door: Door): void {
  const { definition, body, name } = door;
  const creating = definition.mode === 'creating';
  const write: Write = async function (id, given, viewer, options, reply) {
    const recorded = await this.bus.execute(new RecordEntry(door, id, given, viewer, options));
    return this.answer.send(reply, viewer, recorded, creating ? collections[door.category] : null);
  };
  const prototype = controller.prototype as object;
  Object.defineProperty(prototype, name, { value: write, configurable: true, writable: true });
  Reflect.defineMetadata(
    'design:paramtypes',
    [String, body, Object, Object, Object],
    prototype,
    name,
  );
  if (!creating) Param('id')(prototype, name, 0);
  Body(new BodyPipe(body))(prototype, name, 1);
  CurrentViewer()(prototype, name, 2);
  WriteHeaders()(prototype, name, 3);
  Res({ passthrough: true })(prototype, name, 4);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  for (const apply of [
    Post(creating ? '' : `:id/${definition.command}`),
    HttpCode(creating ? 201 : 200),
    ForDoor(door),
    ...describeWrite(door),
  ]) {
    apply(prototype, name, descriptor);
  }
}
