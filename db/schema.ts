// Every table, by subject. The migrations are generated from these files.

export * from './schema/links';
export * from './schema/operation';
export { credential, person, providerAccount, recoveryCode, secondFactor, session } from './schema/people';
export * from './schema/plans';
export * from './schema/ratings';
export * from './schema/second-looks';
export * from './schema/shared-pages';
export * from './schema/work';
