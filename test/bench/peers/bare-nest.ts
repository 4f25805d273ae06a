// A program: Nest on Fastify as its documentation opens it, which gives one answer. Speaks its address to its parent.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

interface Told {
  readonly path: string;
  readonly answer: object;
  readonly headers: Readonly<Record<string, string>>;
}
const { path, answer, headers } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Told;

class Answers {
  answer(): object {
    return answer;
  }
}
class BareModule {}

// Decorators called by hand, because a file that runs as it is written cannot have them as signs.
const method = Object.getOwnPropertyDescriptor(Answers.prototype, 'answer')!;
const signs = [Get(), ...Object.entries(headers).map(([name, value]) => Header(name, value))];
for (const sign of signs) sign(Answers.prototype, 'answer', method);
Controller(path)(Answers);
Module({ controllers: [Answers] })(BareModule);

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: false,
});
await app.listen(0, '127.0.0.1');
process.send?.(await app.getUrl());
