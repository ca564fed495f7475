import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'

/** The other page: a build of its own, so that each stands in a folder of its own with its own parts alone. */
const webPhone: Plugin = {
  name: 'web-phone',
  apply: 'build',
  async closeBundle() {
    await build({ configFile: 'vite.webphone.config.ts' })
  },
}

export default defineConfig({
  root: 'src/web/admincenter',
  base: '/',
  plugins: [react(), webPhone],
  build: {
    outDir: '../../../dist/admincenter',
    emptyOutDir: true,
    // The content security policy lets nothing inline in but pictures.
    assetsInlineLimit: 0,
    // The libraries change seldom: browsers keep them when only our pages changed. Those that draw charts come with the first chart.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              test: /node_modules\/(?!(?:@mantine\/charts|recharts|@reduxjs|d3-|decimal\.js-light|es-toolkit|eventemitter3|immer|internmap|react-is|react-redux|redux|reselect|tiny-invariant|use-sync-external-store|victory-vendor)\b)/,
            },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 900,
  },
  server: {
    // The server compares the Origin of a request with its own address.
    proxy: {
      '/api': {
        target: 'https://localhost:8443',
        secure: false,
        changeOrigin: true,
        headers: { origin: 'https://localhost:8443' },
      },
    },
  },
})
