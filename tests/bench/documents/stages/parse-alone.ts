import SwaggerParser from '@apidevtools/swagger-parser';

// `parse-alone.ts FILE`: whether swagger-parser takes it.
const [, , file = ''] = process.argv;
await SwaggerParser.validate(file);
