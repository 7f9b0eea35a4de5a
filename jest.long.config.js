import everyday from './jest.config.js';

/** The long forms: faults, many seeds, growth. */
export default {
  ...everyday,
  roots: ['<rootDir>/test'],
  testMatch: ['**/test/long/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 30 * 60_000,
};
