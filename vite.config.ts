import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { sveltekit } from '@sveltejs/kit/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { arrivalChunks } from './web/arrivalChunks.ts'
import { languageTwins } from './web/languageTwins.ts'
import { leanColyseus } from './web/leanColyseus.ts'
import { leanIcons } from './web/leanIcons.ts'
import { leanRuntime } from './web/leanRuntime.ts'
import { withoutInlineStyle } from './web/withoutInlineStyle.ts'

export default defineConfig({
  plugins: [
    paraglideVitePlugin({ project: './project.inlang', outdir: './core/kernel/i18n', strategy: ['url', 'baseLocale'] }),
    tailwindcss(),
    withoutInlineStyle(),
    leanColyseus(),
    leanIcons(),
    leanRuntime(),
    languageTwins(),
    sveltekit(),
  ],
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: arrivalChunks() } } } } },
    // One process must hold one copy of core: two would lose in-process events and entity identity.
    ssr: { build: { rolldownOptions: { external: [/^@mayago\//] } } },
  },
})
