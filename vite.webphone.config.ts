import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The Web-Phone, a page of its own; `vite build` makes it after the AdminCenter. */
export default defineConfig({
  root: 'src/web/webphone',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../../dist/webphone',
    emptyOutDir: true,
    // The content security policy lets nothing inline in but pictures.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
})
