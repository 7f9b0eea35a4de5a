import { defineConfig } from 'prisma/config';

// For the Prisma CLI alone; the service reads its configuration in src/platform/config.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/isnad' },
});
