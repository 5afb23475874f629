import { OPENAPI_FILE, writeOpenApi } from './document.ts'

// npm run openapi: writes the document that the API serves and the client is generated from.
await writeOpenApi()
console.log(`${OPENAPI_FILE} is written.`)
