/* global SwaggerUIBundle */
// Opens the API's document. Each try is an attempt of its own, so it gets an Idempotency-Key of its own.
const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (request.method === 'POST') request.headers['Idempotency-Key'] = randomKey()
    return request
  },
})
