import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { sveltekit } from '@sveltejs/kit/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { leanColyseus } from './web/leanColyseus.ts'
import { withoutInlineStyle } from './web/withoutInlineStyle.ts'

export default defineConfig({
  plugins: [
    paraglideVitePlugin({ project: './project.inlang', outdir: './core/kernel/i18n', strategy: ['url', 'baseLocale'] }),
    tailwindcss(),
    withoutInlineStyle(),
    leanColyseus(),
    sveltekit(),
  ],
  // Small shared parts travel together: forty tiny files compress worse than a few.
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'ui', test: /core[\\/]kernel|web[\\/]lib[\\/](?!map|live|stripe)|@lucide/, minShareCount: 12 },
              ],
            },
          },
        },
      },
    },
    // One process must hold one copy of core: two would lose in-process events and entity identity.
    ssr: { build: { rolldownOptions: { external: [/^@mayago\//] } } },
  },
})
