import adapter from '@sveltejs/adapter-node'

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: { outDir: '../../var/bench/emptyKit/kit', adapter: adapter({ out: '../../var/bench/emptyKit/build' }) },
}
