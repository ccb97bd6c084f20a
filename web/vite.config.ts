import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorker } from './build/service-worker-plugin'

const api = process.env['BUP_API'] ?? 'http://127.0.0.1:8080'
// The public page is the server's own HTML.
const proxy = Object.fromEntries(
  ['/api', '/cong-khai', '/robots.txt', '/sitemap.xml'].map((path) => [path, { target: api, changeOrigin: false }]),
)

export default defineConfig({
  plugins: [react(), serviceWorker({ source: 'src/offline/sw.ts' })],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The refresh cookie is SameSite=Strict: the API has to look like the same site while developing.
  server: { port: 5173, proxy },
  preview: { port: 4173, proxy },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
  },
})
