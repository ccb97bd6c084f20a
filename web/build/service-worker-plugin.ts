/** Compiles the service worker and hands it the list of built files (6-web.md 4.1: no Workbox toolchain). */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { transformWithOxc, type Plugin } from 'vite'

/** Not needed to start: print faces and pages that only work online. */
const LEFT_OUT = /tinos|\.map$|manifest\.json$|sw\.js$/

export function serviceWorker({ source }: { source: string }): Plugin {
  return {
    name: 'bup-service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const files = Object.keys(bundle)
        .filter((file) => !LEFT_OUT.test(file) && !file.startsWith('.vite'))
        .sort()
      const hash = createHash('sha256')
      for (const file of files) {
        const part = bundle[file]!
        hash.update(file).update(part.type === 'chunk' ? part.code : part.source)
      }
      const version = hash.digest('hex').slice(0, 12)
      const list = [...files.map((file) => `/${file}`), '/icon.svg', '/app.webmanifest']
      const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source)
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: code
          .replace(/^export \{\};?$/m, '')
          .replaceAll('__FILES__', JSON.stringify(list))
          .replaceAll('__VERSION__', JSON.stringify(version)),
      })
    },
  }
}
