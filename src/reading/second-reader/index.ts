/** The only door to the second reader. */
export { ADDRESS_DEFAULT, openAiEndpoint, SecondReaderError } from './openai-endpoint.ts'
export type { EndpointOptions } from './openai-endpoint.ts'
export type { SecondReader, SecondReaderRequest, SecondReading } from './port.ts'
