declare module '@mdn/mdn-http-observatory' {
  export const scan: (host: string) => Promise<object>
}
