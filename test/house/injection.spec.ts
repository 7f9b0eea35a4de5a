import 'reflect-metadata';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import ts from 'typescript';
import { filesIn, nodesOf, parseTypeScript, placeOf } from './source-files.js';

const REPOSITORY = join(import.meta.dirname, '../..');

@Injectable()
class Clockmaker {
  readonly name = 'clockmaker';
}

@Injectable()
class Shop {
  constructor(
    readonly maker: Clockmaker,
    @Inject('TOWN') readonly town: string,
  ) {}
}

it('gives a class what its constructor names by type alone', async () => {
  const module = await Test.createTestingModule({
    providers: [Shop, Clockmaker, { provide: 'TOWN', useValue: 'Fez' }],
  }).compile();
  const shop = module.get(Shop);
  expect([shop.maker.name, shop.town]).toEqual(['clockmaker', 'Fez']);
});

/** Classes that the framework makes, with their constructors. */
const constructors = filesIn(REPOSITORY, 'src', /\.ts$/)
  .filter((file) => !file.endsWith('.spec.ts'))
  .flatMap((file) => [...nodesOf(parseTypeScript(REPOSITORY, file))])
  .filter(ts.isConstructorDeclaration)
  .filter((node) => ts.isClassDeclaration(node.parent) && ts.getDecorators(node.parent)?.length);

it.each(constructors.map((node) => [placeOf(node), node] as const))(
  'finds at run time what %s asks for',
  async (_, node) => {
    // A type that is only imported as a type, or an interface, is gone at run time, and the framework would find Object.
    const { name } = node.parent as ts.ClassDeclaration;
    const module = (await import(join(REPOSITORY, node.getSourceFile().fileName))) as Record<string, object>;
    const types = (Reflect.getMetadata('design:paramtypes', module[name!.text]!) ?? []) as unknown[];
    const unknown = node.parameters
      .filter((parameter, i) => !ts.getDecorators(parameter)?.length && (types[i] === undefined || types[i] === Object))
      .map((parameter) => parameter.name.getText());
    expect(unknown).toEqual([]);
  },
);
