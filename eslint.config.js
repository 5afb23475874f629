import eslint from '@eslint/js'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const THE_CLOCK = 'Core never asks the machine for the time: use ctx.now or ctx.clock.'

export default ts.config(
  {
    ignores: [
      ...[
        'node_modules/',
        'build/',
        '.svelte-kit/',
        'var/',
        'core/kernel/i18n/',
        'web/lib/client/',
        'test-results/',
        'playwright-report/',
        'coverage/',
      ],
    ],
  },
  eslint.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // The honest way to say "this index is in range"; the alternative is a cast that says less.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-unused-private-class-members': 'off',
      'svelte/no-unused-svelte-ignore': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    // Promises that nobody awaits hide their failures; only the types can tell.
    files: ['**/*.ts'],
    ignores: ['web/service-worker/**'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "SvelteElement[kind='html'] > SvelteStartTag > SvelteSpreadAttribute",
          message: 'What sets any attribute would come along to every page (1.2 KB): name the attributes.',
        },
      ],
    },
  },
  {
    files: ['core/**/*.ts'],
    ignores: ['core/adapters/**', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: THE_CLOCK },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: THE_CLOCK },
        {
          selector: "CallExpression[callee.object.object.name='Temporal'][callee.object.property.name='Now']",
          message: THE_CLOCK,
        },
      ],
    },
  },
  {
    files: ['deploy/**', 'test/**', 'bench/**', 'db/**/*cli*', 'db/**/*Cli*', '**/*.fixture.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
