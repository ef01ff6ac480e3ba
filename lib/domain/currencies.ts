/** The currencies in which prices, budgets and plans may stand: the one list, without a schema for the sake of pages. */
export const CURRENCIES = ['GBP', 'USD', 'EUR'] as const;
