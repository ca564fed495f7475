declare module '*.module.css' {
  const classes: Record<string, string>
  // biome-ignore lint/style/noDefaultExport: what Vite makes of such a file
  export default classes
}
declare module '*.css'
