import { Catch, type ExceptionFilter } from '@nestjs/common';

/** Lets every failure through to where it is put into GraphQL's form and logged once, if it is worth logging at all. */
@Catch()
export class RethrowFilter implements ExceptionFilter {
  catch(error: unknown): never {
    throw error;
  }
}
