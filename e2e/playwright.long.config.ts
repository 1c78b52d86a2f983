import shared from './playwright.config.ts';

export default { ...shared, testMatch: '**/*.long.spec.ts', testIgnore: [], timeout: 1_800_000 };
