import 'reflect-metadata';
import type { Provider, Type } from '@nestjs/common';

/**
 * Lets a module provide something else under a token, as Nest's testing module does, but for the application as it is
 * really put together. Call it before the application is created; the function given back undoes it.
 */
export function overrideProvider(module: Type, token: unknown, instead: object): () => void {
  const providers = Reflect.getMetadata('providers', module) as Provider[];
  const tokenOf = (provider: Provider) => (typeof provider === 'function' ? provider : provider.provide);
  if (!providers.some((provider) => tokenOf(provider) === token)) throw new Error(`${module.name} does not provide it`);
  const replaced = providers.map((provider) =>
    tokenOf(provider) === token ? ({ provide: token, ...instead } as Provider) : provider,
  );
  Reflect.defineMetadata('providers', replaced, module);
  return () => Reflect.defineMetadata('providers', providers, module);
}
